import { type Comparison, changeIndicator, readComparison, readIndicator, readOverview } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import type { Client, Sent } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, seen, setTargetOf } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

type Asked = NonNullable<Sent<typeof readComparison>['querystring']>;

const compare = (client: Client, querystring: Asked): Promise<Comparison> =>
  client.ok(readComparison, { params: { strategy }, querystring });
const rowOf = ({ indicators }: Comparison, code: string) => indicators.find((row) => row.code === code);

describe('two years side by side', () => {
  it('show both figures, what is better, and how the ratings moved', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const answer = await compare(client, { year: 2021, fromYear: 2020 });
    expect(answer).toMatchObject({ kind: 'years', from: { year: 2020 }, to: { year: 2021 } });
    expect(answer.sentence).toBe(
      '12 ratings rose, 3 fell, 17 figures are better, 5 are worse, 6 were restated and 5 targets were revised (2 of them after the result was known).',
    );
    expect(rowOf(answer, '2.1-C')).toMatchObject({
      from: { value: '3940', period: 'FY 2020' },
      to: { value: '6240', period: 'FY 2021' },
      difference: { change: '2300', percent: '58.4', meaning: 'good' },
      changes: ['rating_rose', 'value_changed', 'target_revised'],
    });
  });

  it('count what the overview counts', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const answer = await compare(client, { year: 2022, fromYear: 2021 });
    for (const side of [answer.from, answer.to]) {
      const overview = await client.ok(readOverview, { params: { strategy }, querystring: { year: side.year } });
      expect(side.rollUp).toEqual(overview.rollUp);
    }
  });

  it('name targets that were revised, with the reason and whether the result was known', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const row = rowOf(await compare(client, { year: 2021, fromYear: 2020 }), '1.1-C');
    expect(row?.revisions).toEqual([
      {
        year: 2021,
        before: { value: '12', low: null, high: null },
        after: { value: '10', low: null, high: null },
        reason: 'The target had counted two agreements that were already in force.',
        afterResult: true,
        person: expect.any(String),
        at: expect.stringMatching(/^2021-12-15/),
        illustrative: true,
      },
    ]);
  });

  it('name a definition that measures differently since the earlier figure was recorded', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const row = rowOf(await compare(client, { year: 2022, fromYear: 2018 }), '5.2-C');
    expect(row?.definitions).toMatchObject([{ parts: expect.arrayContaining([expect.any(String)]) }]);
    expect(row?.changes).toContain('definition_changed');
  });

  it('can be narrowed to a goal or an objective', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const goal = await compare(client, { year: 2022, fromYear: 2021, goal: '3' });
    expect(goal.scope).toMatchObject({ kind: 'goal', code: '3' });
    expect([...new Set(goal.indicators.map((row) => row.goal))]).toEqual(['3']);
    const objective = await compare(client, { year: 2022, fromYear: 2021, objective: '1.2' });
    expect(objective.indicators.map((row) => row.code)).toEqual(['1.2-A', '1.2-B', '1.2-C', '1.2-D']);
  });
});

describe('two days side by side', () => {
  it('show which figures were restated between them: old, new, when, by whom and why', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const answer = await compare(client, { year: 2019, fromAsOf: '2020-12-31' });
    expect(answer.sentence).toBe('6 figures were restated and 1 definition changed.');
    expect(rowOf(answer, '1.2-A')).toMatchObject({
      from: { value: '11420', illustrative: true },
      to: { value: '11841', illustrative: false },
      changes: ['restated'],
      restatements: [{ before: '11420', after: '11841', person: 'Published record', year: 2019 }],
    });
    expect(rowOf(answer, '2.1-C')?.changes).toEqual([]);
  });

  it('leave out what came before the first day', async () => {
    const client = await (await openOffice()).signIn('viewer');
    const later = await compare(client, { year: 2019, fromAsOf: '2025-01-01' });
    expect(later).toMatchObject({ sentence: 'Nothing changed.', from: { asOf: '2025-01-01' }, to: { asOf: null } });
    expect(later.indicators.flatMap((row) => [...row.restatements, ...row.revisions, ...row.definitions])).toEqual([]);
  });

  it('see a correction, a target and a definition of today', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await enter(planner, '2.1-C', 2022, { value: '7281', reason: 'One course was counted late.' });
    const reviewer = await office.signIn('reviewer');
    await setTargetOf(reviewer, '2.2-B', 2022, { value: '9', reason: 'Agreed with the section.' });
    const params = { strategy, indicator: '1.1-C' };
    const { version } = await planner.ok(readIndicator, { params });
    const body = { reason: 'Counted by agreement.', definition: { unit: 'agreements' } };
    await planner.ok(changeIndicator, { params, headers: seen(version), body });
    const answer = await compare(planner, { year: 2022, fromAsOf: '2026-01-14' });
    expect(rowOf(answer, '2.1-C')?.restatements).toMatchObject([
      { before: '7280', after: '7281', reason: 'One course was counted late.' },
    ]);
    expect(rowOf(answer, '2.2-B')?.revisions).toMatchObject([{ after: { value: '9' }, afterResult: true }]);
    expect(rowOf(answer, '1.1-C')).toMatchObject({
      difference: null,
      definitions: [{ parts: ['unit'], reason: 'Counted by agreement.' }],
    });
  });

  it('keep a draft from those who may not see it', async () => {
    const office = await openOffice();
    await enter(await office.signIn('contributor'), '1.2-D', 2022, { value: '4870' });
    const asked = { year: 2022, fromAsOf: '2026-01-14' };
    const seenBy = async (persona: string) => rowOf(await compare(await office.signIn(persona), asked), '1.2-D');
    expect(await seenBy('viewer')).toMatchObject({ to: { state: 'draft', value: null, withheld: true }, changes: [] });
    expect(await seenBy('contributor')).toMatchObject({ to: { value: '4870', withheld: false }, difference: null });
  });
});

it('refuses days in the wrong order, years outside the strategy and goals that are not there, in words', async () => {
  const client = await (await openOffice()).signIn('viewer');
  const refused = (querystring: Asked) => client.refused(readComparison, { params: { strategy }, querystring });
  expect((await refused({ year: 2021, fromAsOf: '2022-01-01', asOf: '2021-01-01' })).detail).toContain('earlier day');
  expect((await refused({ year: 2021, fromYear: 2035 })).detail).toContain('2018 to 2022');
  expect(await refused({ goal: '9' })).toMatchObject({ status: 404, detail: 'There is no goal 9 in this strategy.' });
});
