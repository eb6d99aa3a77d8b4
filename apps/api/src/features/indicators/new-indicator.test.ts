import { createIndicator, readCompleteness, readIndicator, readMyWork, readOverview, readReview } from '@fbs/contract';
import { expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();
const years = [2018, 2019, 2020, 2021, 2022];
const at = (year: number) => ({ params: { strategy }, querystring: { year } });

/** Added on January 15, 2026, when every year of the strategy was over. */
const addNew = async (client: Client) => {
  await client.ok(createIndicator, {
    params: { strategy },
    body: { code: '2.2-N', objective: '2.2', definition: sampleDefinition },
  });
};

/** Everything that could call something missing, in every year. */
const missingIn = async (client: Client) => {
  const pages = [];
  for (const year of years) {
    const { rollUp, entries, needsAttention } = await client.ok(readOverview, at(year));
    const { total, overdue } = await client.ok(readCompleteness, at(year));
    const { due, reported, rated, met, explanationsMissing } = rollUp;
    pages.push({
      year,
      counts: { due, reported, rated, met, explanationsMissing, overdue: entries.overdue },
      needsAttention,
      complete: { due: total.due, percent: total.percent, overdue: overdue.map(({ indicator }) => indicator) },
    });
  }
  const review = await client.ok(readReview, { params: { strategy, year: 2022 }, querystring: {} });
  const work = await client.ok(readMyWork, { params: { strategy } });
  return { pages, gate: review.gate.filter(({ kind }) => kind === 'value_missing'), work: work.items };
};

it('a new definition makes no past year look missing', async () => {
  const planner = await (await openOffice()).signIn('planner');
  const before = await missingIn(planner);
  await addNew(planner);
  expect(await missingIn(planner)).toEqual(before);
});

it('says in every year before it that the indicator is new', async () => {
  const planner = await (await openOffice()).signIn('planner');
  await addNew(planner);
  const page = await planner.ok(readIndicator, { params: { strategy, indicator: '2.2-N' }, querystring: {} });
  expect(page.years.map(({ year }) => year)).toEqual(years);
  for (const { state, due, rating } of page.years) {
    expect({ state, due, ...rating }).toMatchObject({
      state: 'not_due',
      due: false,
      reason: 'new_indicator',
      sentence: expect.stringMatching(/^The indicator was added after this period was over/),
    });
  }
});

it('leaves the share of targets set in past years as it was', async () => {
  const planner = await (await openOffice()).signIn('planner');
  const shareOf = async () => {
    const page = await planner.ok(readIndicator, { params: { strategy, indicator: '5.2-B' }, querystring: {} });
    return page.years.map(({ value }) => value);
  };
  const before = await shareOf();
  expect(before.some((value) => value !== null)).toBe(true);
  await addNew(planner);
  expect(await shareOf()).toEqual(before);
});

it('counts a figure that is recorded for such a year like any other', async () => {
  const planner = await (await openOffice()).signIn('planner');
  await addNew(planner);
  const before = (await planner.ok(readOverview, at(2022))).rollUp;
  await enter(planner, '2.2-N', 2022, { value: '12' });
  expect((await planner.ok(readOverview, at(2022))).rollUp).toMatchObject({
    due: before.due,
    reported: before.reported,
  });
  await submit(planner, '2.2-N', 2022);
  const after = (await planner.ok(readOverview, at(2022))).rollUp;
  expect([after.due, after.reported]).toEqual([before.due + 1, before.reported + 1]);
});
