import { readIndicator } from '@fbs/contract';
import { percentOf } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { entryOf } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const pageOf = (client: Client, indicator: string, asOf?: string) =>
  client.ok(readIndicator, { params: { strategy, indicator }, querystring: { asOf } });

describe('the page of an indicator', () => {
  it('says of a share what it is made of, in every year', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const { share, years } = await pageOf(viewer, '1.2-C');
    expect(share).toMatchObject({
      numerator: { indicator: '1.2-A', category: 'labor' },
      denominator: { indicator: '1.2-A', category: null },
    });
    expect(share?.years.map(({ year }) => year)).toEqual(years.map(({ year }) => year));
    const complete = share?.years.filter((each) => each.numerator !== null && each.denominator !== null) ?? [];
    expect(complete.length).toBeGreaterThan(3);
    for (const { year, numerator, denominator } of complete) {
      const value = years.find((each) => each.year === year)?.value ?? '0';
      expect(Number(percentOf(numerator ?? '0', denominator ?? '1', 1))).toBeCloseTo(Number(value), 1);
    }
    expect((await pageOf(viewer, '1.2-A')).share).toBeNull();
  });

  it('names the figures that were restated, and only those known on the day', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const { restatements, years } = await pageOf(viewer, '1.2-A');
    expect(restatements.length).toBeGreaterThan(0);
    for (const { year, value, at } of restatements) {
      const now = years.find((each) => each.year === year);
      expect([now?.restated, now?.value === value]).toEqual([true, false]);
      expect((await entryOf(viewer, '1.2-A', year, at.slice(0, 10))).value).toBe(value);
    }
    const [first] = restatements;
    expect((await pageOf(viewer, '1.2-A', first?.at.slice(0, 10))).restatements).toEqual([]);
  });
});
