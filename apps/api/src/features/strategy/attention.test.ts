import { changeIndicator, type Overview, readIndicator, readOverview } from '@fbs/contract';
import { attentionKinds, compareDecimals } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, entryOf, seen, setTargetOf, submit } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

type Attention = Overview['needsAttention'];

const attentionOf = async (client: Client, year = 2022): Promise<Attention> =>
  (await client.ok(readOverview, { params: { strategy }, querystring: { year } })).needsAttention;

const kindOf = async (client: Client, indicator: string) =>
  (await attentionOf(client)).find((each) => each.indicator === indicator);

describe('what needs attention', () => {
  it('stands by its rank, and within a rank the widest miss first', async () => {
    const planner = await (await openOffice()).signIn('planner');
    for (const year of [2018, 2019, 2020, 2021, 2022]) {
      const listed = await attentionOf(planner, year);
      const ranks = listed.map(({ kind }) => attentionKinds.indexOf(kind));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      const deviations = await Promise.all(
        listed.filter(({ kind }) => kind === 'below_target').map(({ indicator }) => entryOf(planner, indicator, year)),
      );
      for (const [index, { rating }] of deviations.entries()) {
        const before = deviations[index - 1]?.rating.deviation ?? rating.deviation ?? '0';
        expect(compareDecimals(before, rating.deviation ?? '0')).toBeLessThanOrEqual(0);
      }
    }
  });

  it('names each indicator once, under its highest rank', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const listed = (await attentionOf(planner)).map(({ indicator, kind }) => [indicator, kind]);
    expect(new Set(listed.map(([indicator]) => indicator)).size).toBe(listed.length);
    expect(listed).toEqual(
      expect.arrayContaining([
        ['5.2-C', 'below_target'],
        ['1.2-D', 'overdue'],
        ['3.2-A', 'overdue'],
        ['2.1-D', 'returned'],
        ['4.1-B', 'revised_after_result'],
      ]),
    );
  });

  it('leaves out what a reviewer only has to approve, what is met, and what others do', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const named = (await attentionOf(planner)).map(({ indicator }) => indicator);
    for (const code of ['1.1-A', '1.1-B', '4.2-A', '4.3-A', '5.2-D']) expect(named).not.toContain(code);
  });

  it('says that an explanation is missing where a target moved after the result', async () => {
    const office = await openOffice();
    const reviewer = await office.signIn('reviewer');
    await setTargetOf(reviewer, '2.2-A', 2022, { value: '8000', reason: 'Lowered.' });
    const found = await kindOf(reviewer, '2.2-A');
    expect(found).toMatchObject({ kind: 'explanation_missing', rating: 'above_target', state: 'submitted' });
    expect(found?.sentence).toMatch(/9,410 is 17\.6% above the target of 8,000.*No explanation yet\.$/);
  });

  it('says by how much a figure that meets its target fell', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const params = { strategy, indicator: '1.2-D' };
    const { version } = await planner.ok(readIndicator, { params });
    const body = { reason: 'For the test.', definition: { direction: 'decrease' as const } };
    await planner.ok(changeIndicator, { params, headers: seen(version), body });
    await enter(planner, '1.2-D', 2022, { value: '4360' });
    await submit(planner, '1.2-D', 2022);
    expect(await kindOf(planner, '1.2-D')).toMatchObject({
      kind: 'falling',
      sentence: expect.stringContaining('FY 2021 by 1.2%'),
    });
  });

  it('is done with once the value is there, explained and met', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    await enter(planner, '1.2-D', 2022, { value: '4500' });
    expect(await kindOf(planner, '1.2-D')).toMatchObject({
      kind: 'overdue',
      sentence: expect.stringContaining('A draft'),
    });
    await submit(planner, '1.2-D', 2022);
    expect(await kindOf(planner, '1.2-D')).toBeUndefined();
  });
});
