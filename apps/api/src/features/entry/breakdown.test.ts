import { listIndicators, readIndicator } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { strategy } from '../../testing/endpoints.ts';
import { approve, enter, entryOf, refusedValue, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const indicator = '1.2-D';
const year = 2022;

const sex = (category: string, value: string) => ({ dimension: 'sex', category, value });
const fitting = [sex('female', '2000'), sex('male', '2400'), sex('other or not stated', '100')];

describe('a breakdown', () => {
  it('that adds up is kept in its order through submission and approval', async () => {
    const office = await openOffice();
    const [contributor, reviewer] = [await office.signIn('contributor'), await office.signIn('reviewer')];
    await enter(contributor, indicator, year, { value: '4500', breakdown: fitting });
    await submit(contributor, indicator, year);
    expect(await approve(reviewer, indicator, year)).toMatchObject({ breakdown: fitting, findings: [] });
    const page = await contributor.ok(readIndicator, { params: { strategy, indicator } });
    expect(page.breakdowns.at(-1)).toEqual({ year, rows: fitting, findings: [] });
  });

  it('that does not add up is kept, and says by how much', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    const entry = await enter(contributor, indicator, year, { value: '4501', breakdown: fitting });
    expect(entry.findings).toEqual(['sex adds up to 4,500; the value is 4,501: 1 too few.']);
  });

  it('with a part larger than the whole says so', async () => {
    const contributor = await (await openOffice()).signIn('contributor-rpa');
    const labor = { dimension: 'trafficking type', category: 'labor', value: '101' };
    const entry = await enter(contributor, '1.2-A', 2022, { value: '100', breakdown: [labor], reason: 'Recount.' });
    expect(entry.findings).toEqual([expect.stringContaining('"labor" is 101, more than the whole of 100')]);
  });

  it('that does not fit is said in the list too, to whoever sees the figure, and gone once it fits', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    const listed = async (persona: string) => {
      const { indicators } = await (await office.signIn(persona)).ok(listIndicators, {
        params: { strategy },
        querystring: { year },
      });
      return indicators.find(({ code }) => code === indicator)?.findings;
    };
    await enter(contributor, indicator, year, { value: '1000', breakdown: fitting });
    const findings = [
      'sex: "male" is 2,400, more than the whole of 1,000.',
      'sex adds up to 4,500; the value is 1,000: 3,500 too many.',
    ];
    expect(await listed('planner')).toEqual(findings);
    // of a draft that one may not see one learns nothing
    expect(await listed('viewer')).toEqual([]);
    await enter(contributor, indicator, year, { value: '4500' });
    expect(await listed('planner')).toEqual([]);
  });

  it('is replaced as a whole, and taken away by an empty one', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await enter(contributor, indicator, year, { value: '4500', breakdown: fitting });
    const replaced = await enter(contributor, indicator, year, { breakdown: [sex('male', '7')] });
    expect(replaced).toMatchObject({ value: '4500', breakdown: [sex('male', '7')] });
    const kept = await enter(contributor, indicator, year, { note: 'Kept.' });
    expect(kept.breakdown).toEqual([sex('male', '7')]);
    expect(await enter(contributor, indicator, year, { breakdown: [] })).toMatchObject({
      breakdown: [],
      value: '4500',
    });
  });

  it('of an earlier day is read back on that day', async () => {
    const office = await openOffice();
    await enter(await office.signIn('contributor'), indicator, year, { value: '4500', breakdown: fitting });
    office.clock.forward({ hours: 48 });
    await enter(await office.signIn('contributor'), indicator, year, { breakdown: [sex('male', '7')] });
    const planner = await office.signIn('planner');
    expect((await entryOf(planner, indicator, year, '2026-01-15')).breakdown).toEqual(fitting);
    expect((await entryOf(planner, indicator, year)).breakdown).toEqual([sex('male', '7')]);
  });

  it('keeps its figures exactly, with their sums beside them', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    const breakdown = [sex('female', '0.1'), sex('male', '0.2'), sex('other or not stated', '4499.7')];
    expect(await enter(contributor, indicator, year, { value: '4500', breakdown })).toMatchObject({
      breakdown,
      findings: [],
    });
    const totals = await office.rows<{ total: string; rows: number }>(
      'select total, rows from breakdown_totals order by rowid desc limit 1',
    );
    expect(totals).toEqual([{ total: '4500', rows: 3 }]);
  });

  it.each([
    ['an unknown dimension', [{ dimension: 'age', category: 'adult', value: '1' }], 422, '/breakdown/0'],
    ['an unknown category', [sex('female', '1'), sex('children', '1')], 422, '/breakdown/1'],
    ['a category that stands twice', [sex('male', '1'), sex('female', '1'), sex('male', '2')], 422, '/breakdown/2'],
    ['a figure of 16 digits', [sex('male', '1234567890123456')], 422, '/breakdown/0'],
    ['what is no figure', [sex('male', '1e5')], 400, '/breakdown/0/value'],
    ['a figure with a comma', [sex('male', '1,000')], 400, '/breakdown/0/value'],
  ])('with %s is refused, and the answer points at the row', async (_what, breakdown, status, pointer) => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    const refusal = await refusedValue(contributor, indicator, year, { value: '4500', breakdown });
    expect(refusal).toMatchObject({ status, errors: [{ pointer }] });
    expect(await entryOf(contributor, indicator, year)).toMatchObject({ version: 0, breakdown: [] });
  });

  it('of 5,001 rows is refused unread', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    const breakdown = Array.from({ length: 5001 }, () => sex('male', '1'));
    expect(await refusedValue(contributor, indicator, year, { breakdown })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/breakdown' }],
    });
  });
});
