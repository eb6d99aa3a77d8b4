import { createIndicator, listIndicators, readHistory, readIndicator, setTarget } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, everything, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, entryOf, placed, refusedTarget, seen, setTargetOf, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();
const year = 2022;

type Definition = Partial<Record<keyof typeof sampleDefinition, unknown>>;

/** A planner, with an indicator of their own that has neither value nor target. */
const openWith = async (change: Definition = {}) => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const definition = { ...sampleDefinition, ...change };
  const reply = await planner.sendAny(createIndicator, {
    params: { strategy },
    body: { code: '2.2-T', objective: '2.2', definition },
  });
  expect(reply.status, reply.text).toBe(201);
  return { office, planner };
};
const code = '2.2-T';

describe('a target', () => {
  it('is set by a planner, with its trace', async () => {
    const { office, planner } = await openWith();
    const audit = await lastAudit(office);
    const { target } = await setTargetOf(planner, code, year, { value: ' 120.50 ' });
    expect(target).toMatchObject({
      version: 1,
      value: '120.5',
      revised: false,
      afterResult: false,
      illustrative: false,
    });
    const entries = await auditAfter(office, audit);
    expect(entries).toMatchObject([
      { action: 'set a target', person_id: 'planner', subject_kind: 'target', before: null },
    ]);
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ value: '120.5', year, reason: null });
  });

  it('answers with the version of the target as ETag', async () => {
    const { planner } = await openWith();
    const reply = await planner.send(setTarget, { ...placed(code, year), headers: seen(0), body: { value: '1' } });
    expect(reply.headers.etag).toBe('"1"');
  });

  it('is revised with a reason; the first one stays beside it, and every version in the history', async () => {
    const { planner } = await openWith();
    await setTargetOf(planner, code, year, { value: '120' });
    expect(await refusedTarget(planner, code, year, { value: '100' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason' }],
    });
    await setTargetOf(planner, code, year, { value: '100', reason: 'Two courses fewer.' });
    const { target } = await setTargetOf(planner, code, year, { value: '90', reason: 'Three courses fewer.' });
    expect(target).toMatchObject({
      version: 3,
      value: '90',
      initial: { value: '120' },
      revised: true,
      afterResult: false,
    });
    const { targets } = await planner.ok(readHistory, placed(code, year));
    expect(targets.map(({ number, value, reason }) => [number, value, reason])).toEqual([
      [3, '90', 'Three courses fewer.'],
      [2, '100', 'Two courses fewer.'],
      [1, '120', null],
    ]);
    const page = await planner.ok(readIndicator, { params: { strategy, indicator: code } });
    expect(page.targets).toEqual(targets);
  });

  it('that comes back to the first one counts as not revised, and keeps its history', async () => {
    const { planner } = await openWith();
    await setTargetOf(planner, code, year, { value: '120' });
    await setTargetOf(planner, code, year, { value: '100', reason: 'Fewer.' });
    const { target } = await setTargetOf(planner, code, year, { value: '120', reason: 'A mistake.' });
    expect(target).toMatchObject({ version: 3, revised: false, initial: { value: '120' } });
  });

  it('can be none on purpose, with a reason, and be set later', async () => {
    const { planner } = await openWith();
    const refusal = await refusedTarget(planner, code, year, { noTarget: { reason: ' ' } });
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/noTarget/reason' }] });
    const none = await setTargetOf(planner, code, year, { noTarget: { reason: 'Demand decides.' } });
    expect(none.target).toMatchObject({ version: 1, value: null, noTargetReason: 'Demand decides.' });
    const set = await setTargetOf(planner, code, year, { value: '5', reason: 'Leadership decided.' });
    expect(set.target).toMatchObject({ version: 2, value: '5', noTargetReason: null, revised: true });
  });

  it('is taken back with a reason: none is set then, which is not none on purpose, and the first one stays seen', async () => {
    const { office, planner } = await openWith();
    expect(await refusedTarget(planner, code, year, { takenBack: { reason: 'A slip.' } })).toMatchObject({
      status: 409,
      detail: expect.stringContaining('nothing to take back'),
    });
    await setTargetOf(planner, code, year, { value: '120' });
    const pointed = { status: 422, errors: [{ pointer: '/takenBack/reason' }] };
    expect(await refusedTarget(planner, code, year, { takenBack: { reason: ' ' } })).toMatchObject(pointed);
    const audit = await lastAudit(office);
    const { target, rating } = await setTargetOf(planner, code, year, { takenBack: { reason: 'Another indicator.' } });
    const none = { value: null, low: null, high: null, noTargetReason: null };
    expect(target).toMatchObject({ ...none, version: 2, initial: { value: '120' }, revised: true });
    expect(rating.rating).toBe('not_rated');
    expect(await auditAfter(office, audit)).toMatchObject([{ action: 'took a target back' }]);
    expect(await refusedTarget(planner, code, year, { takenBack: { reason: 'Again.' } })).toMatchObject({
      status: 409,
    });
    const { targets } = await planner.ok(readHistory, placed(code, year));
    expect(targets).toMatchObject([
      { ...none, number: 2, reason: 'Another indicator.' },
      { number: 1, value: '120' },
    ]);
    expect(await refusedTarget(planner, code, year, { value: '90' })).toMatchObject({
      errors: [{ pointer: '/reason' }],
    });
  });

  it('that was taken back is not counted among the targets set', async () => {
    const { planner } = await openWith();
    const share = async () => (await entryOf(planner, '5.2-B', year)).value;
    const before = await share();
    expect(Number(before)).toBeGreaterThan(0);
    await setTargetOf(planner, code, year, { value: '120' });
    expect(await share()).not.toBe(before);
    await setTargetOf(planner, code, year, { takenBack: { reason: 'A slip.' } });
    expect(await share()).toBe(before);
  });

  it('is taken back by a reviewer alone once the result is known', async () => {
    const { office, planner } = await openWith();
    await setTargetOf(planner, code, year, { value: '120' });
    await enter(planner, code, year, { value: '80' });
    const takenBack = { reason: 'Never agreed.' };
    expect(await refusedTarget(planner, code, year, { takenBack })).toMatchObject({ status: 403 });
    const reviewer = await office.signIn('reviewer');
    const { target } = await setTargetOf(reviewer, code, year, { takenBack });
    expect(target).toMatchObject({ value: null, initial: { value: '120' }, afterResult: true });
  });

  it('that somebody else changed meanwhile is shown with who set it and when', async () => {
    const { office, planner } = await openWith();
    await setTargetOf(planner, code, year, { value: '120' });
    const reviewer = await office.signIn('planner-2');
    const late = { ...placed(code, year), headers: seen(0), body: { value: '90' } };
    const current = { value: '120', version: 1, recorded: { person: expect.any(String), at: expect.any(String) } };
    const refusal = await reviewer.refused(setTarget, late);
    expect(refusal).toMatchObject({ status: 412, current });
    const { targets } = await planner.ok(readHistory, placed(code, year));
    expect(refusal.current).toMatchObject({ recorded: { person: targets[0]?.person, at: targets[0]?.at } });
  });

  it('of a range has two ends in the right order', async () => {
    const { planner } = await openWith({ direction: 'range' });
    expect(await refusedTarget(planner, code, year, { low: '10', high: '9.99' })).toMatchObject({
      errors: [{ pointer: '/high' }],
    });
    expect(await refusedTarget(planner, code, year, { low: '10' })).toMatchObject({ errors: [{ pointer: '/high' }] });
    expect(await refusedTarget(planner, code, year, { value: '10' })).toMatchObject({ errors: [{ pointer: '/low' }] });
    const { target } = await setTargetOf(planner, code, year, { low: '9', high: '10', value: '4' });
    expect(target).toMatchObject({ value: null, low: '9', high: '10' });
    await enter(planner, code, year, { value: '9.5' });
    expect((await submit(planner, code, year)).rating.rating).toBe('on_target');
  });

  it('of a narrative there is none: it is rated by whoever tells it', async () => {
    const { planner } = await openWith({ kind: 'narrative', unit: 'text' });
    for (const body of [{ value: '5' }, { noTarget: { reason: 'Words.' } }]) {
      expect(await refusedTarget(planner, code, year, body)).toMatchObject({
        status: 422,
        detail: `${code} is told in words and rated by whoever tells it: it takes no target.`,
      });
    }
    const told = { text: 'Three countries changed their law.', chosenRating: 'above_target' } as const;
    await enter(planner, code, year, told);
    expect((await submit(planner, code, year)).rating).toMatchObject({ rating: 'above_target', deviation: null });
  });

  it('of a milestone plans it for the year, and is 1 alone', async () => {
    const { planner } = await openWith({ kind: 'milestone', level: 'milestone' });
    for (const value of ['0', '2', '0.5']) {
      expect(await refusedTarget(planner, code, year, { value })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/value' }],
      });
    }
    expect((await setTargetOf(planner, code, year, { value: '1' })).target.value).toBe('1');
  });

  it('is refused for an indicator that is monitored only', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const refusal = await refusedTarget(planner, '5.2-D', year, { value: '1' });
    expect(refusal).toMatchObject({ status: 422, code: 'refused', detail: expect.stringContaining('monitored only') });
  });

  it.each([{}, { value: null }, { value: '' }, { value: '1,000' }, { value: '1e3' }, { value: '1234567890123456' }])(
    'sent as %j is refused with a sentence',
    async (body) => {
      const { office, planner } = await openWith();
      const before = await everything(office);
      const refusal = await refusedTarget(planner, code, year, body);
      expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/value' }] });
      expect(refusal.detail).toContain('Enter a number for the target of FY 2022');
      expect(await everything(office)).toBe(before);
    },
  );

  it('that somebody else changed meanwhile is not overwritten', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { target } = await entryOf(planner, '1.2-D', year);
    const call = { ...placed('1.2-D', year), body: { value: '1', reason: 'So.' } };
    const stale = await planner.refused(setTarget, { ...call, headers: seen(0) });
    expect(stale).toMatchObject({ status: 412, current: target });
    expect(await planner.refused(setTarget, call)).toMatchObject({ status: 428 });
    const twice = { ...call, headers: seen(target.version) };
    const replies = await Promise.all([planner.send(setTarget, twice), planner.send(setTarget, twice)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('of a final year is frozen', async () => {
    const reviewer = await (await openOffice()).signIn('reviewer');
    const refusal = await refusedTarget(reviewer, '2.2-A', 2021, { value: '1', reason: 'So.' });
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('is final') });
  });
});

describe('after the result is known', () => {
  it('only a reviewer revises a target, with a reason, and it stays marked for ever', async () => {
    const office = await openOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    const refused = await refusedTarget(planner, '2.2-A', year, { value: '9400', reason: 'So.' });
    expect(refused).toMatchObject({ status: 403, detail: expect.stringContaining('reviewers') });
    expect(await refusedTarget(reviewer, '2.2-A', year, { value: '9400' })).toMatchObject({
      errors: [{ pointer: '/reason' }],
    });
    await setTargetOf(reviewer, '2.2-A', year, { value: '9400', reason: 'Counted anew.' });
    const { target } = await setTargetOf(reviewer, '2.2-A', year, { value: '9200', reason: 'Back again.' });
    expect(target).toMatchObject({
      version: 3,
      value: '9200',
      revised: false,
      afterResult: true,
      initial: { value: '9200' },
    });
  });

  it('a first target too is marked, and needs a reviewer and a reason', async () => {
    const { office, planner } = await openWith();
    await enter(planner, code, year, { value: '7' });
    expect(await refusedTarget(planner, code, year, { value: '6', reason: 'Late.' })).toMatchObject({ status: 403 });
    const reviewer = await office.signIn('reviewer');
    expect(await refusedTarget(reviewer, code, year, { value: '6' })).toMatchObject({
      errors: [{ pointer: '/reason' }],
    });
    expect((await setTargetOf(reviewer, code, year, { value: '6', reason: 'Late.' })).target.afterResult).toBe(true);
  });

  it('taking the value back does not make it unknown again', async () => {
    const { planner } = await openWith();
    await setTargetOf(planner, code, year, { value: '10' });
    await enter(planner, code, year, { value: '7' });
    await enter(planner, code, year, { value: null });
    expect(await refusedTarget(planner, code, year, { value: '6', reason: 'Lower.' })).toMatchObject({ status: 403 });
    // the grid closes the target for the same reason
    const { indicators } = await planner.ok(listIndicators, { params: { strategy }, querystring: { year } });
    const isKnown = (of: string) => indicators.find((row) => row.code === of)?.resultKnown;
    expect([code, '2.2-A', '5.1-A', '1.2-C'].map(isKnown)).toEqual([true, true, false, true]);
    await enter(planner, code, year, { notApplicable: { reason: 'Not this year.' } });
    expect(await refusedTarget(planner, code, year, { value: '6', reason: 'Lower.' })).toMatchObject({ status: 403 });
  });

  it('holds for a computed figure as well', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect(await entryOf(planner, '1.2-C', year)).toMatchObject({ computed: true, state: 'approved' });
    expect(await refusedTarget(planner, '1.2-C', year, { value: '17' })).toMatchObject({ status: 403 });
  });

  it('of another indicator or year, a target is not marked', async () => {
    const { planner } = await openWith();
    await enter(planner, code, year, { value: '7' });
    const { target } = await setTargetOf(planner, '5.1-A', year, { value: '96', reason: 'Two positions more.' });
    expect(target).toMatchObject({ version: 2, value: '96', afterResult: false, initial: { value: '95' } });
  });
});
