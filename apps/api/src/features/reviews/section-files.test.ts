import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addSectionFile,
  type ReviewSection,
  readReviewChanges,
  readReviewSection,
  readReviewVersion,
  readSectionChanges,
  readSectionFile,
  removeSectionFile,
  reopenReview,
  reviewDocument,
  submitReviewSection,
  verifyAudit,
  writeReviewSection,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { type Client, type Refusal, refusalOf, urlOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { seen } from '../../testing/entries.ts';
import { workUntil } from '../../testing/months-of-work.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { doOnReview, refusedOnReview, reviewOf, sectionOf } from '../../testing/reviews.ts';
import { addFileToSection, sendSectionFile } from '../../testing/uploads.ts';

const openOffice = useOffices();
const openSigned = useOffices({ work: workUntil('the review is signed off') });

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytes = Buffer.from('%PDF-1.7\nreport');
const pdf = { name: 'report.pdf', title: 'Report of the courses', bytes };
const kept = {
  title: 'Report of the courses',
  fileName: 'report.pdf',
  fileType: 'pdf',
  size: bytes.length,
  sha256: sha256Of(bytes),
};
const here = { strategy, year: 2022, objective: '1.2' };
const place = { params: { ...here, evidence: kept.sha256 } };

const filesIn = (office: Office): string[] =>
  readdirSync(office.filesFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
const fileOf = (client: Client, query = {}, params = place.params) =>
  client.send(readSectionFile, { params, querystring: query });
const refusedFile = async (client: Client, sent: typeof pdf, options = {}): Promise<Refusal> =>
  refusalOf(await sendSectionFile(client, '1.2', sent, options));

describe('a file of a section', () => {
  it('is added by who writes the review, comes back as it was, and leaves traces', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const [before, audit] = [await sectionOf(planner, '1.2'), await lastAudit(office)];
    const reply = await sendSectionFile(planner, '1.2', pdf);
    const after = JSON.parse(reply.text) as ReviewSection;
    expect(after).toMatchObject({ version: before.version + 1, files: [kept], evidence: before.evidence });
    expect(reply.headers.etag).toBe(`"${after.version}"`);
    const file = await fileOf(await office.signIn('viewer'));
    expect(file.bytes.equals(bytes)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="report.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    const entries = await auditAfter(office, audit);
    expect(entries).toMatchObject([
      { action: 'added a file to a section', person_id: 'planner', subject_kind: 'review section' },
      { action: 'downloaded evidence', person_id: 'viewer', subject_kind: 'download' },
    ]);
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ files: [kept] });
    expect(filesIn(office)).toHaveLength(1);
  });

  it('is removed from the list, stays in the store, and is there on a past day', async () => {
    const office = await openOffice();
    await addFileToSection(await office.signIn('planner'), '1.2', pdf);
    office.clock.forward({ hours: 24 });
    const planner = await office.signIn('planner');
    const audit = await lastAudit(office);
    await doOnReview(planner, removeSectionFile, place);
    expect((await sectionOf(planner, '1.2')).files).toEqual([]);
    expect((await fileOf(planner)).status).toBe(404);
    const asOf = '2026-01-15';
    const past = await planner.ok(readReviewSection, { params: here, querystring: { asOf } });
    expect(past.files).toEqual([kept]);
    expect((await fileOf(planner, { asOf })).bytes.equals(bytes)).toBe(true);
    expect(await auditAfter(office, audit)).toMatchObject([
      { action: 'removed a file from a section' },
      { action: 'downloaded evidence' },
    ]);
    expect(filesIn(office)).toHaveLength(1);
    expect(await refusedOnReview(planner, removeSectionFile, place)).toMatchObject({ status: 404 });
  });

  it('and texts and links written meanwhile do not disturb each other', async () => {
    const office = await openOffice();
    const [planner, other] = [await office.signIn('planner'), await office.signIn('reviewer')];
    const evidence = [{ title: 'TIP Report', url: 'https://www.state.gov/reports/' }];
    await addFileToSection(planner, '1.2', pdf);
    await doOnReview(other, writeReviewSection, { params: here, body: { evidence, narrative: 'Held.' } });
    await addFileToSection(other, '1.2', { ...pdf, name: 'list.csv', bytes: Buffer.from('a,b\n') });
    const { files, ...section } = await sectionOf(planner, '1.2');
    expect(files.map(({ fileName }) => fileName)).toEqual(['report.pdf', 'list.csv']);
    expect(section).toMatchObject({ evidence, narrative: 'Held.', illustrative: false });
  });

  it('asks for the version of its section, and shows how that stands where it is stale', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const stale = await refusedFile(planner, pdf, { version: 1 });
    expect(stale).toMatchObject({ status: 412, current: { objective: '1.2', files: [] } });
    expect(await planner.refused(addSectionFile, { params: here, body: {} })).toMatchObject({ status: 428 });
    expect(await planner.refused(removeSectionFile, place)).toMatchObject({ status: 428 });
    expect(await planner.refused(removeSectionFile, { ...place, headers: seen(1) })).toMatchObject({ status: 412 });
    expect(await everything(office)).toBe(before);
    expect(filesIn(office)).toEqual([]);
  });

  it.each([
    ['empty', { ...pdf, bytes: Buffer.alloc(0) }, 422, 'The file is empty'],
    ['of no kept type', { ...pdf, bytes: Buffer.from([0x4d, 0x5a, 0x90, 0]) }, 422, 'choose a PDF, Word, Excel'],
    ['too large', { ...pdf, bytes: Buffer.alloc(10_000_001, 'a') }, 413, 'larger than 10 MB'],
  ])('that is %s is refused in a sentence, and nothing of it stays', async (_what, sent, status, words) => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const refusal = await refusedFile(planner, sent);
    expect(refusal).toMatchObject({ status, detail: expect.stringContaining(words), errors: [{ pointer: '/file' }] });
    expect(await everything(office)).toBe(before);
    expect(filesIn(office)).toEqual([]);
  });

  it('that is no form, comes twice, or has an unsafe name is refused or mended', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const json = await refusedOnReview(planner, addSectionFile, { params: here, body: { title: 'Report' } });
    expect(json).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] });
    await addFileToSection(planner, '1.2', { ...pdf, name: '../../<b>page.html', title: ' ' });
    const [mended] = (await sectionOf(planner, '1.2')).files;
    expect(mended).toMatchObject({ title: 'b page.html.pdf', fileName: 'b page.html.pdf' });
    const twice = await refusedFile(planner, pdf);
    expect(twice).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] });
    expect(twice.detail).toBe('This file is already here, as “b page.html.pdf”.');
  });

  it('is the fiftieth at most', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const files = JSON.stringify(
      Array.from({ length: 50 }, (_, index) => ({ ...kept, sha256: sha256Of(Buffer.from(`${index}`)) })),
    );
    await office.change(`update review_sections set files = '${files}'`);
    expect((await refusedFile(planner, pdf)).detail).toContain('up to 50 files');
    expect(filesIn(office)).toEqual([]);
  });

  it('is taken from planners and reviewers alone, and read by who reads the review', async () => {
    const office = await openOffice();
    await addFileToSection(await office.signIn('reviewer'), '1.2', pdf);
    const other = { ...pdf, bytes: Buffer.from('%PDF-1.7\nother') };
    for (const persona of ['contributor', 'viewer', 'administrator']) {
      const client = await office.signIn(persona);
      expect((await sendSectionFile(client, '1.2', other)).status).toBe(403);
      expect((await client.refused(removeSectionFile, { ...place, headers: seen(1) })).status).toBe(403);
      expect((await fileOf(client)).status).toBe(200);
    }
    const url = urlOf(addSectionFile, { params: here });
    expect((await office.nobody.raw({ method: 'POST', url })).status).toBe(401);
    expect((await fileOf(office.nobody)).status).toBe(401);
    expect(filesIn(office)).toHaveLength(1);
    await office.change(`update strategies set state = 'draft' where id = '${strategy}'`);
    expect((await fileOf(await office.signIn('viewer'))).status).toBe(404);
  });

  it('takes a submitted section back to drafting, and stands in what changed since', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await doOnReview(planner, writeReviewSection, { params: here, body: { narrative: 'Held.' } });
    await doOnReview(planner, submitReviewSection, { params: here });
    office.clock.forward({ hours: 1 });
    await addFileToSection(planner, '1.2', pdf);
    expect(await sectionOf(planner, '1.2')).toMatchObject({ state: 'drafting' });
    const { parts } = await planner.ok(readSectionChanges, { params: here });
    expect(parts.flatMap(({ lines }) => lines)).toContainEqual({
      kind: 'added',
      text: `Report of the courses (report.pdf, PDF, 15 bytes) SHA-256 ${kept.sha256}`,
    });
  });
});

const signed = { name: 'grants.csv', bytes: Buffer.from('award,people\none,12\n') };
const signedPlace = { params: { ...here, objective: '2.1', evidence: sha256Of(signed.bytes) } };

describe('a file of a signed review', () => {
  const versionOf = async (client: Client, number: number) =>
    client.send(readReviewVersion, { params: { strategy, year: 2022, number } });

  it('is named by the snapshot with title, type, size and SHA-256, and takes part in its checksum', async () => {
    const viewer = await (await openSigned()).signIn('viewer');
    const { bytes: snapshot } = await versionOf(viewer, 1);
    expect(sha256Of(snapshot)).toBe((await reviewOf(viewer)).versions[0]?.sha256);
    const document = reviewDocument.parse(JSON.parse(snapshot.toString()));
    const objectives = document.goals.flatMap((goal) => goal.objectives);
    expect(objectives.find(({ code }) => code === '2.1')?.section.files).toEqual([
      {
        title: 'Award reports',
        fileName: 'grants.csv',
        fileType: 'csv',
        size: signed.bytes.length,
        sha256: sha256Of(signed.bytes),
      },
    ]);
    expect((await fileOf(viewer, {}, signedPlace.params)).bytes.equals(signed.bytes)).toBe(true);
  });

  it('is neither added nor removed any more, and the reason is named', async () => {
    const office = await openSigned();
    const planner = await office.signIn('planner');
    const refusal = refusalOf(await sendSectionFile(planner, '2.1', pdf));
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('final') });
    expect(await refusedOnReview(planner, removeSectionFile, signedPlace)).toMatchObject({ status: 409 });
    expect((await sectionOf(planner, '2.1')).lock).toContain('final and frozen');
    expect(filesIn(office)).toHaveLength(1);
  });

  it('stays with its version when the review is reopened and the file removed, and the comparison says so', async () => {
    const office = await openSigned();
    await doOnReview(await office.signIn('administrator'), reopenReview, { body: { reason: 'A figure was wrong.' } });
    office.clock.forward({ hours: 1 });
    const planner = await office.signIn('planner');
    expect((await sectionOf(planner, '2.1')).files).toMatchObject([{ title: 'Award reports' }]);
    await doOnReview(planner, removeSectionFile, signedPlace);
    const first = await fileOf(planner, { version: '1' }, signedPlace.params);
    expect(first.bytes.equals(signed.bytes)).toBe(true);
    expect((await fileOf(planner, {}, signedPlace.params)).status).toBe(404);
    const changes = await planner.ok(readReviewChanges, {
      params: { strategy, year: 2022 },
      querystring: { from: 1 },
    });
    const lines = changes.parts.filter(({ heading }) => /2\.1.*Evidence/.test(heading)).flatMap((part) => part.lines);
    expect(lines).toMatchObject([
      { kind: 'removed', text: expect.stringContaining('Award reports (grants.csv, CSV, ') },
    ]);
  });

  it('is missed by the check of the records where it is altered or gone, also once it was removed', async () => {
    const office = await openSigned();
    const findings = async (): Promise<readonly string[] | undefined> => {
      const administrator = await office.signIn('administrator');
      const { checks } = await administrator.ok(verifyAudit, {});
      return checks.find(({ name }) => name === 'Files of evidence')?.findings;
    };
    expect(await findings()).toEqual([]);
    await doOnReview(await office.signIn('administrator'), reopenReview, { body: { reason: 'A figure was wrong.' } });
    await doOnReview(await office.signIn('planner'), removeSectionFile, signedPlace);
    const path = join(office.filesFolder, filesIn(office)[0] ?? '');
    const lost = [`The file "Award reports" is lost, or is not what was kept (SHA-256 ${sha256Of(signed.bytes)}).`];
    writeFileSync(path, 'award,people\none,1200\n');
    expect(await findings()).toEqual(lost);
    const forged = refusalOf(await fileOf(await office.signIn('viewer'), { version: '1' }, signedPlace.params));
    expect(forged).toMatchObject({ status: 503, code: 'unavailable' });
    rmSync(path);
    expect(await findings()).toEqual(lost);
  });
});
