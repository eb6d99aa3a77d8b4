import { clearReviewSection, type Review, sendToClearance, signOffReview, updateCorrectiveAction } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, seen, submit } from '../../testing/entries.ts';
import { workUntil } from '../../testing/months-of-work.ts';
import { useOffices } from '../../testing/offices.ts';
import { doOnReview, objectives, refusedOnReview, reviewOf } from '../../testing/reviews.ts';

const openOffice = useOffices();
const openReadyOffice = useOffices({ work: workUntil('the rest is written for the gate') });

const blocking = ({ gate }: Pick<Review, 'gate'>) => gate.filter((item) => item.blocks);

describe('the gate', () => {
  it('refuses clearance while anything is missing, and names all of it', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await everything(office);
    const review = await reviewOf(planner);
    const missing = blocking(review);
    const refusal = await refusedOnReview(planner, sendToClearance);
    expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
    expect(refusal.detail).toContain(`${missing.length} things are missing. First: ${missing[0]?.sentence}`);
    expect(refusal.errors?.map(({ detail }) => detail)).toEqual(missing.map(({ sentence }) => sentence));
    expect(new Set(missing.map(({ kind }) => kind))).toEqual(
      new Set([
        'value_missing',
        'explanation_missing',
        'narrative_missing',
        'section_not_submitted',
        'action_not_updated',
        'jsp_statement_missing',
      ]),
    );
    expect(review.rights.sendToClearance).toBe(false);
    expect(await everything(office)).toBe(before);
  });

  it('lists each thing with its place, and takes it off the list once it is done', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const isListed = async (place: object) =>
      blocking(await reviewOf(planner)).some((item) =>
        Object.entries(place).every(([key, value]) => item[key as keyof typeof item] === value),
      );
    const value = { kind: 'value_missing', objective: '1.2', indicator: '1.2-D' };
    expect(await isListed(value)).toBe(true);
    await enter(planner, '1.2-D', 2022, { value: '4500' });
    expect(await isListed(value)).toBe(true);
    await submit(planner, '1.2-D', 2022);
    expect(await isListed(value)).toBe(false);
    const action = { kind: 'action_not_updated', objective: '5.1', action: '2021-5.1' };
    expect(await isListed(action)).toBe(true);
    const params = { strategy, year: 2022, action: '2021-5.1' };
    await planner.ok(updateCorrectiveAction, { params, headers: seen(1), body: { state: 'open', text: 'Half done.' } });
    expect(await isListed(action)).toBe(false);
  });

  it('warns of gaps in data quality and lets them pass', async () => {
    const office = await openReadyOffice();
    const planner = await office.signIn('planner');
    const review = await reviewOf(planner);
    expect(blocking(review)).toEqual([]);
    expect(review.gate.some(({ kind, blocks }) => kind === 'data_quality' && !blocks)).toBe(true);
    expect(review.rights.sendToClearance).toBe(true);
    const audit = await lastAudit(office);
    await doOnReview(planner, sendToClearance);
    expect(await reviewOf(planner)).toMatchObject({ state: 'in_clearance' });
    expect(await auditAfter(office, audit)).toMatchObject([
      { action: 'review sent to clearance', person_id: 'planner' },
    ]);
  });
});

describe('sign-off', () => {
  it('is refused until every section is cleared and every value approved', async () => {
    const office = await openReadyOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    await doOnReview(planner, sendToClearance);
    const refusal = await refusedOnReview(reviewer, signOffReview);
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('cannot be signed off yet') });
    expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual([...objectives]);
    for (const objective of objectives) await doOnReview(reviewer, clearReviewSection, { params: { objective } });
    await office.change(
      "update indicator_values set state = 'submitted', changed = 0 where id like '%1.1-C/2022/value'",
    );
    const unapproved = await refusedOnReview(reviewer, signOffReview);
    expect(unapproved.errors).toMatchObject([
      { pointer: '1.1-C', detail: expect.stringContaining('approve or return') },
    ]);
    await office.change("update indicator_values set state = 'approved' where id like '%1.1-C/2022/value'");
    await doOnReview(reviewer, signOffReview);
    expect(await reviewOf(planner)).toMatchObject({ state: 'final' });
  });

  it('is refused to whoever sent the review to clearance, unless the setting allows it', async () => {
    const office = await openReadyOffice();
    await office.change("insert into person_roles (person_id, role) values ('reviewer', 'planner')");
    const reviewer = await office.signIn('reviewer');
    await doOnReview(reviewer, sendToClearance);
    const refusal = await refusedOnReview(reviewer, signOffReview);
    expect(refusal).toMatchObject({ status: 403, detail: expect.stringContaining('submitted this yourself') });
    expect((await reviewOf(reviewer)).rights.signOff).toBe(false);
    for (const objective of objectives) await doOnReview(reviewer, clearReviewSection, { params: { objective } });
    await office.change("update settings set value = 'true' where key = 'self_approval'");
    expect((await reviewOf(reviewer)).rights.signOff).toBe(true);
    await doOnReview(reviewer, signOffReview);
  });
});
