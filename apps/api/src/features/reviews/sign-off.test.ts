import { createHash } from 'node:crypto';
import {
  type DocumentIndicator,
  type ReviewDocument,
  readEntry,
  readOverview,
  readReviewVersion,
  recordValue,
  reopenReview,
  reviewDocument,
  sendToClearance,
  setTarget,
  signOffReview,
  writeReview,
  writeReviewSection,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, entryOf, latest, placed } from '../../testing/entries.ts';
import { workUntil } from '../../testing/months-of-work.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { doOnReview, refusedOnReview, reviewOf } from '../../testing/reviews.ts';

const openOffice = useOffices({ work: workUntil('the review is signed off') });

const versionOf = (client: Client, number: number, year = 2022) =>
  client.send(readReviewVersion, { params: { strategy, year, number } });

const documentOf = async (client: Client, number: number, year = 2022): Promise<ReviewDocument> =>
  reviewDocument.parse(JSON.parse((await versionOf(client, number, year)).text));

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const indicatorIn = ({ goals }: ReviewDocument, code: string): DocumentIndicator | undefined =>
  goals
    .flatMap((goal) => goal.objectives.flatMap((objective) => objective.indicators))
    .find((each) => each.code === code);

const reopen = async (office: Office): Promise<void> =>
  doOnReview(await office.signIn('administrator'), reopenReview, { body: { reason: 'A figure was wrong.' } });

describe('a signed review', () => {
  it('is frozen with a checksum that anybody can take again from its bytes', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const { versions, state, events } = await reviewOf(viewer);
    expect(state).toBe('final');
    expect(versions).toMatchObject([{ number: 1, signedBy: 'Ruth Calloway', finalAt: '2026-01-15T15:00:00.000Z' }]);
    expect(events.at(-1)).toMatchObject({ action: 'signed_off', person: 'Ruth Calloway' });
    const { bytes, headers } = await versionOf(viewer, 1);
    expect(sha256(bytes)).toBe(versions[0]?.sha256);
    expect(headers.etag).toBe(`"${versions[0]?.sha256}"`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('holds every figure, definition, target and rating of the moment, and who signed', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const document = await documentOf(planner, 1);
    expect(document).toMatchObject({
      draft: false,
      state: 'final',
      number: 1,
      year: 2022,
      asOf: '2026-01-15T15:00:00.000Z',
    });
    expect(document.signOff).toEqual({ person: 'Ruth Calloway', at: '2026-01-15T15:00:00.000Z' });
    expect(document).toMatchObject({ summary: 'A good year.', jspStatement: 'It serves Goal 1.3.' });
    const overview = await planner.ok(readOverview, { params: { strategy }, querystring: { year: 2022 } });
    expect(document.rollUp).toEqual(overview.rollUp);
    expect(document.goals.map(({ code, rollUp }) => [code, rollUp])).toEqual(
      overview.goals.map(({ code, rollUp }) => [code, rollUp]),
    );
    for (const { code, entry } of document.goals.flatMap((goal) =>
      goal.objectives.flatMap((each) => each.indicators),
    )) {
      const {
        rights: _rights,
        breakdown,
        findings: _findings,
        ...live
      } = await planner.ok(readEntry, placed(code, 2022));
      expect(entry).toEqual(live);
      expect(indicatorIn(document, code)?.breakdown).toEqual(breakdown);
    }
    expect(document.history.map(({ action }) => action)).toEqual([
      'opened',
      'written',
      'written',
      'sent_to_clearance',
      'returned',
      'sent_to_clearance',
      'signed_off',
    ]);
  });

  it('freezes its year: no value and no target changes any more', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect(await entryOf(planner, '1.1-C', 2022)).toMatchObject({
      state: 'frozen',
      rights: { enter: false, setTarget: false },
    });
    const call = { ...(await latest(planner, '1.1-C', 2022)), body: { value: '1', reason: 'Wrong.' } };
    expect(await planner.refused(recordValue, call)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('frozen'),
    });
    const { target } = await entryOf(planner, '1.1-C', 2022);
    const targetCall = {
      ...placed('1.1-C', 2022),
      headers: { 'if-match': `"${target.version}"` },
      body: { value: '1', reason: 'So.' },
    };
    expect(await planner.refused(setTarget, targetCall)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('frozen'),
    });
    const section = { params: { objective: '1.1' }, body: { narrative: 'Other.' } };
    expect(await refusedOnReview(planner, writeReviewSection, section)).toMatchObject({ status: 409 });
  });

  it('is kept by the database itself: nobody changes or deletes a snapshot or its history', async () => {
    const office = await openOffice();
    const causeOf = (sql: string) =>
      office.change(sql).then(
        () => 'done',
        (error: Error) => String((error.cause as Error).message),
      );
    expect(await causeOf("update snapshots set document = '{}'")).toContain('A signed review never changes');
    expect(await causeOf("update snapshots set sha256 = 'x' where number = 1")).toContain(
      'A signed review never changes',
    );
    expect(await causeOf('delete from snapshots')).toContain('A signed review never changes');
    expect(await causeOf("update review_vintages set reason = 'x'")).toContain('keep every version');
    expect(await causeOf('delete from review_section_vintages')).toContain('keep every version');
    expect(await causeOf("update value_vintages set value = '1'")).toContain('keep every vintage');
    expect(await causeOf('delete from target_vintages')).toContain('keep every vintage');
    expect(await causeOf("update audit_entries set action = 'x'")).toContain('append-only');
    expect(await causeOf("update corrective_action_updates set text = 'x'")).toContain('keep their story');
  });

  it('has no other version', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const missing = await viewer.refused(readReviewVersion, { params: { strategy, year: 2022, number: 2 } });
    expect(missing).toMatchObject({ status: 404, detail: 'The review of FY 2022 has no signed version 2.' });
    for (const number of ['0', '-1', '1.5', 'one']) {
      const reply = await viewer.sendAny(readReviewVersion, { params: { strategy, year: 2022, number } });
      expect(JSON.parse(reply.text)).toMatchObject({ status: 400, errors: [{ pointer: '/number' }] });
    }
  });
});

describe('a reopened review', () => {
  it('is the next version, with the reason in its history; the values can be corrected again', async () => {
    const office = await openOffice();
    const administrator = await office.signIn('administrator');
    expect(await refusedOnReview(administrator, reopenReview, { body: { reason: ' ' } })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason' }],
    });
    await reopen(office);
    const review = await reviewOf(administrator);
    expect(review).toMatchObject({ state: 'open', number: 2, versions: [{ number: 1 }] });
    expect(review.events.at(-1)).toMatchObject({
      action: 'reopened',
      person: 'Sam Trudeau',
      reason: 'A figure was wrong.',
    });
    const planner = await office.signIn('planner');
    expect(await enter(planner, '1.1-C', 2022, { value: '11', reason: 'Counted twice.' })).toMatchObject({
      state: 'submitted',
    });
  });

  it('leaves the signed version as it was, byte for byte, through everything that follows', async () => {
    const office = await openOffice();
    const before = await versionOf(await office.signIn('viewer'), 1);
    await reopen(office);
    office.clock.forward({ hours: 30 });
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    await doOnReview(planner, writeReview, { body: { summary: 'A corrected year.' } });
    await doOnReview(planner, sendToClearance);
    await doOnReview(reviewer, signOffReview);
    const after = await versionOf(planner, 1);
    expect(after.bytes.equals(before.bytes)).toBe(true);
    expect(after.headers.etag).toBe(before.headers.etag);
    const { versions, number, state } = await reviewOf(planner);
    expect({ number, state, versions: versions.map((each) => each.number) }).toEqual({
      number: 2,
      state: 'final',
      versions: [2, 1],
    });
    const second = await versionOf(planner, 2);
    expect(sha256(second.bytes)).toBe(versions[0]?.sha256);
    const document = await documentOf(planner, 2);
    expect(document).toMatchObject({
      number: 2,
      draft: false,
      summary: 'A corrected year.',
      signOff: { at: '2026-01-16T21:00:00.000Z' },
    });
    expect(document.history.slice(-4).map(({ action, reason }) => [action, reason])).toEqual([
      ['reopened', 'A figure was wrong.'],
      ['written', null],
      ['sent_to_clearance', null],
      ['signed_off', null],
    ]);
    expect((await documentOf(planner, 1)).summary).toBe('A good year.');
  });
});

describe('the loaded reviews', () => {
  it.each([2018, 2019, 2020, 2021])(
    'of FY %i are signed, frozen as of their day, and fit their checksum',
    async (year) => {
      const viewer = await (await openOffice()).signIn('viewer');
      const { versions, summary, events } = await reviewOf(viewer, year);
      const { bytes } = await versionOf(viewer, 1, year);
      expect(sha256(bytes)).toBe(versions[0]?.sha256);
      const document = await documentOf(viewer, 1, year);
      expect(document).toMatchObject({ year, draft: false, state: 'final', number: 1, summary });
      expect(document.signOff).toEqual({ person: events.at(-1)?.person, at: versions[0]?.finalAt });
      expect(document.goals).toHaveLength(5);
      const vintages = document.goals.flatMap((goal) =>
        goal.objectives.flatMap((each) => each.indicators.flatMap(({ vintages }) => vintages)),
      );
      expect(vintages.length).toBeGreaterThan(20);
      for (const { at } of vintages) expect(at <= document.asOf).toBe(true);
    },
  );

  it('keep the first print of a figure that a later edition restated', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const document = await documentOf(planner, 1, 2021);
    const frozen = indicatorIn(document, '1.2-A')?.entry;
    expect(frozen).toMatchObject({ value: '10190', restated: false });
    expect(await entryOf(planner, '1.2-A', 2021)).toMatchObject({ value: '10572', restated: true, state: 'frozen' });
  });
});
