import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addEvidence, readEvidence, readEvidenceFile, removeEvidence } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { type Client, refusalOf } from '../../testing/client.ts';
import { enter, placed, submit } from '../../testing/entries.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { addFile, sendFile, sendForm } from '../../testing/uploads.ts';

const openOffice = useOffices();

const indicator = '1.2-D';
const year = 2022;
const here = placed(indicator, year);
const link = { title: 'Training records', url: 'https://www.state.gov/records' };
const pdf = { name: 'report.pdf', bytes: Buffer.from('%PDF-1.7\nreport') };

const evidenceOf = (client: Client, asOf?: string) =>
  client.ok(readEvidence, { ...here, querystring: asOf === undefined ? {} : { asOf } });
const filesIn = (office: Office): string[] =>
  readdirSync(office.filesFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
const fileOf = (client: Client, evidence: string) =>
  client.send(readEvidenceFile, { params: { ...here.params, evidence } });
const draftOf = (client: Client) => enter(client, indicator, year, { value: '4400' });

describe('a link', () => {
  it('is added by who enters values for the section, and leaves a trace', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const before = await lastAudit(office);
    const piece = await client.ok(addEvidence, { ...here, body: { title: ' Training records ', url: link.url } });
    expect(piece).toMatchObject({ kind: 'link', ...link, fileName: null, size: null });
    expect((await evidenceOf(client)).pieces).toEqual([piece]);
    expect(await auditAfter(office, before)).toMatchObject([{ action: 'added evidence', subject_id: piece.id }]);
  });

  it.each([
    [{ title: '  ', url: link.url }, '/title'],
    [{ title: 'Records', url: 'javascript:alert(1)' }, '/url'],
    [{ title: 'Records', url: 'www.state.gov' }, '/url'],
    [{ title: 'Records', url: 'https://a b' }, '/url'],
    [{ title: 'Records', url: 'https://anna:secret@www.state.gov/records' }, '/url'],
    [{ title: 'Records', url: 'https://anna@www.state.gov/records' }, '/url'],
    [{ title: 'Records' }, '/url'],
    [{ title: 'Records', file: 'text' }, '/file'],
  ])('is refused as %j, at its field', async (body, pointer) => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const before = await everything(office);
    const refusal = await client.refused(addEvidence, { ...here, body });
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(await everything(office)).toBe(before);
  });

  it('is removed from the list, stays in the memory, and is there on a past day', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    await draftOf(client);
    const piece = await client.ok(addEvidence, { ...here, body: link });
    office.clock.forward({ hours: 24 });
    const again = await office.signIn('contributor');
    const left = await again.ok(removeEvidence, { params: { ...here.params, evidence: piece.id } });
    expect(left.pieces).toEqual([]);
    expect((await evidenceOf(again, '2026-01-15')).pieces).toEqual([piece]);
    expect((await evidenceOf(again, '2026-01-14')).pieces).toEqual([]);
    expect(await office.rows('select removed_at from evidence')).toEqual([{ removed_at: office.clock.now() }]);
    const twice = await again.refused(removeEvidence, { params: { ...here.params, evidence: piece.id } });
    expect(twice.status).toBe(404);
  });
});

describe('a file', () => {
  it('is kept outside the database under its checksum, and comes back as it was, to be saved only', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const piece = await addFile(client, indicator, year, { ...pdf, title: 'Report' });
    expect(piece).toMatchObject({ title: 'Report', fileName: 'report.pdf', fileType: 'pdf', size: pdf.bytes.length });
    const reply = await fileOf(client, piece.id);
    expect(reply.bytes.equals(pdf.bytes)).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="report.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    expect(filesIn(office)).toHaveLength(1);
  });

  it('with a page in it is text to be saved, under a harmless name', async () => {
    const client = await (await openOffice()).signIn('contributor');
    const bytes = Buffer.from('<script>alert(1)</script>');
    const piece = await addFile(client, indicator, year, { name: 'Übersicht.html', bytes });
    expect(piece).toMatchObject({ title: 'Übersicht.html.txt', fileType: 'text' });
    const { headers } = await fileOf(client, piece.id);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(headers['content-disposition']).toContain(`filename="_bersicht.html.txt"; filename*=UTF-8''%C3%9Cbersicht`);
  });

  it('of no kept type is refused in a sentence, and nothing of it stays', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const before = await everything(office);
    const bytes = Buffer.from([0x4d, 0x5a, 0x90, 0, 3]);
    const refusal = refusalOf(await sendFile(client, indicator, year, { name: 'report.pdf', bytes }));
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] });
    expect(refusal.detail).toContain('choose a PDF, Word, Excel, CSV, PNG, JPEG or plain text file');
    expect(await everything(office)).toBe(before);
    expect(filesIn(office)).toEqual([]);
  });

  it('above the limit of the settings is refused with the limit', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const large = { name: 'large.txt', bytes: Buffer.alloc(2_000_001, 'a') };
    expect((await sendFile(client, indicator, year, large)).status).toBe(201);
    await office.change(
      "insert into settings (key, value, version, at) values ('evidence_size_limit', '2', 1, '2026-01-15')",
    );
    expect((await evidenceOf(client)).sizeLimit).toBe(2);
    const refusal = refusalOf(await sendFile(client, indicator, year, large));
    expect(refusal).toMatchObject({ status: 413, errors: [{ pointer: '/file' }] });
    expect(refusal.detail).toContain('larger than 2 MB');
    const fits = { name: 'fits.txt', bytes: Buffer.alloc(2_000_000, 'a') };
    expect((await sendFile(client, indicator, year, fits)).status).toBe(201);
  });

  it('that breaks off is refused, and so are two at once', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const part =
      '--a-boundary-of-tests\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n';
    const broken = refusalOf(await sendForm(client, indicator, year, Buffer.from(part)));
    expect(broken.status).toBe(400);
    const twice = refusalOf(
      await sendForm(client, indicator, year, Buffer.from(`${part}${part}--a-boundary-of-tests--\r\n`)),
    );
    expect(twice).toMatchObject({ status: 400, detail: expect.stringContaining('one file at once') });
    expect((await evidenceOf(client)).pieces).toEqual([]);
  });

  it('stays when its value is corrected and when it is removed itself; the same file twice is one', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    await draftOf(client);
    const [first, second] = [await addFile(client, indicator, year, pdf), await addFile(client, indicator, year, pdf)];
    await enter(client, indicator, year, { value: '4410' });
    await client.ok(removeEvidence, { params: { ...here.params, evidence: first.id } });
    expect((await fileOf(client, second.id)).bytes.equals(pdf.bytes)).toBe(true);
    expect((await fileOf(client, first.id)).status).toBe(404);
    expect(filesIn(office)).toHaveLength(1);
  });

  it('that was changed on the disk is not handed out as what was kept', async () => {
    const office = await openOffice();
    const client = await office.signIn('contributor');
    const piece = await addFile(client, indicator, year, pdf);
    writeFileSync(join(office.filesFolder, filesIn(office)[0] ?? ''), '%PDF-1.7\nforged');
    const refusal = refusalOf(await fileOf(client, piece.id));
    expect(refusal).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('is not taken from who may not enter values, nor kept', async () => {
    const office = await openOffice();
    for (const persona of ['contributor-peia', 'viewer', 'reviewer']) {
      expect((await sendFile(await office.signIn(persona), indicator, year, pdf)).status).toBe(403);
    }
    expect((await sendFile(office.nobody, indicator, year, pdf)).status).toBe(401);
    expect(filesIn(office)).toEqual([]);
  });
});

describe('the evidence of a year', () => {
  it('is kept from who may not see drafts until its figure is reported', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await draftOf(contributor);
    const piece = await addFile(contributor, indicator, year, pdf);
    for (const persona of ['viewer', 'contributor-peia', 'administrator']) {
      const outsider = await office.signIn(persona);
      expect(await evidenceOf(outsider)).toMatchObject({ pieces: [], withheld: true });
      expect((await fileOf(outsider, piece.id)).status).toBe(404);
    }
    expect((await evidenceOf(await office.signIn('reviewer'))).pieces).toHaveLength(1);
    await enter(contributor, indicator, year, { explanation: 'As planned.' });
    await submit(contributor, indicator, year);
    const viewer = await office.signIn('viewer');
    expect(await evidenceOf(viewer)).toMatchObject({ withheld: false, rights: { change: false } });
    const before = await lastAudit(office);
    expect((await fileOf(viewer, piece.id)).status).toBe(200);
    expect(await auditAfter(office, before)).toMatchObject([
      { action: 'downloaded evidence', person_id: 'viewer', subject_id: piece.id },
    ]);
  });

  it('that is frozen takes no more, and says why', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const frozen = placed(indicator, 2020);
    const refusal = await client.refused(addEvidence, { ...frozen, body: link });
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('FY 2020 is final') });
    expect((await sendFile(client, indicator, 2020, pdf)).status).toBe(409);
    const { rights } = await client.ok(readEvidence, frozen);
    expect(rights).toEqual({ change: false, lock: refusal.detail });
    expect(filesIn(office)).toEqual([]);
  });
});
