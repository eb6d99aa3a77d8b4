import {
  clearReviewSection,
  type MyWork,
  markSeen,
  readMyWork,
  returnReviewSection,
  sendReminders,
  submitReviewSection,
  writeReviewSection,
} from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, giveBack, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { doOnReview } from '../../testing/reviews.ts';

const openOffice = useOffices();

const workOf = (client: Client): Promise<MyWork> => client.ok(readMyWork, { params: { strategy } });
const linesOf = async (client: Client, indicator: string) =>
  (await workOf(client)).items
    .filter((item) => item.indicator === indicator)
    .map(({ kind, year }) => `${kind} ${year}`);

const value = { value: '4870', explanation: 'Two courses were added.' };

describe('my work', () => {
  it('follows a value from overdue through draft, approval and return to done', async () => {
    const office = await openOffice();
    const [planner, contributor, reviewer] = [
      await office.signIn('planner'),
      await office.signIn('contributor'),
      await office.signIn('reviewer'),
    ];
    expect(await linesOf(contributor, '1.2-D')).toEqual(['overdue 2022']);
    await enter(contributor, '1.2-D', 2022, value);
    expect(await linesOf(contributor, '1.2-D')).toEqual(['draft 2022']);
    expect(await linesOf(planner, '1.2-D')).toEqual(['overdue 2022']);
    await submit(contributor, '1.2-D', 2022);
    expect(await linesOf(contributor, '1.2-D')).toEqual([]);
    expect(await linesOf(reviewer, '1.2-D')).toEqual(['to_approve 2022']);
    await giveBack(reviewer, '1.2-D', 2022, 'Name the source.');
    expect((await workOf(contributor)).items.find(({ indicator }) => indicator === '1.2-D')).toMatchObject({
      kind: 'returned',
      reason: 'Ruth Calloway returned it: \u201cName the source.\u201d',
    });
    await submit(contributor, '1.2-D', 2022);
    await approve(reviewer, '1.2-D', 2022);
    for (const client of [planner, contributor, reviewer]) expect(await linesOf(client, '1.2-D')).toEqual([]);
  });

  it('keeps to the own section, and has nothing for those who only read', async () => {
    const office = await openOffice();
    const sections = (await workOf(await office.signIn('contributor'))).items.map(({ section }) => section);
    expect([...new Set(sections)]).toEqual(['IP']);
    expect((await workOf(await office.signIn('contributor-peia'))).items).toEqual([]);
    for (const persona of ['viewer', 'administrator']) {
      expect((await workOf(await office.signIn(persona))).items).toEqual([]);
    }
  });

  it('leads reviewers to the sections that wait for them, and planners to what came back', async () => {
    const office = await openOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    const place = { params: { objective: '2.1' } };
    const sectionOf = async (client: Client) =>
      (await workOf(client)).items.filter(({ kind, objective }) => kind.startsWith('section') && objective === '2.1');
    await doOnReview(planner, writeReviewSection, {
      ...place,
      body: { narrative: 'More cases.', assessment: 'on_track', departureReason: 'The year ended well.' },
    });
    await doOnReview(planner, submitReviewSection, place);
    expect(await sectionOf(reviewer)).toMatchObject([
      { kind: 'section_to_clear', reason: 'Dana Whitfield submitted it.' },
    ]);
    await doOnReview(reviewer, returnReviewSection, { ...place, body: { note: 'Say why.' } });
    expect(await sectionOf(planner)).toMatchObject([
      { kind: 'section_returned', reason: 'Ruth Calloway returned it: \u201cSay why.\u201d' },
    ]);
    await doOnReview(planner, submitReviewSection, place);
    await doOnReview(reviewer, clearReviewSection, place);
    expect([await sectionOf(planner), await sectionOf(reviewer)]).toEqual([[], []]);
  });

  it('lists a reminder until it is seen, and the value until it is reported', async () => {
    const office = await openOffice();
    const [planner, contributor] = [await office.signIn('planner'), await office.signIn('contributor')];
    const body = { indicator: '1.2-D', year: 2022 };
    await planner.ok(sendReminders, { params: { strategy }, body: { entries: [body] } });
    const [first] = (await workOf(contributor)).items;
    expect(first).toMatchObject({ kind: 'reminded', indicator: '1.2-D', day: '2026-01-15', late: true });
    expect(first?.reason).toBe('Dana Whitfield asks for this value.');
    const before = await lastAudit(office);
    const seen = await contributor.ok(markSeen, { params: { strategy }, body });
    expect(seen.items.find(({ indicator }) => indicator === '1.2-D')?.kind).toBe('overdue');
    await contributor.ok(markSeen, { params: { strategy }, body });
    expect((await auditAfter(office, before)).map(({ action }) => action)).toEqual(['saw a reminder']);
  });
});
