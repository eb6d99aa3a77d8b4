import { isDeepStrictEqual } from 'node:util';
import { createIndicator, listReviews, readIndicator, readOverview, readPlan, readReview } from '@fbs/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.ts';
import { comparable } from '../testing/comparable.ts';
import { paramsOf, readEverything, readingEndpoints, strategy, takesAsOf } from '../testing/endpoints.ts';
import { enter, entryOf } from '../testing/entries.ts';
import { workThrough } from '../testing/months-of-work.ts';
import { type Office, useOffices } from '../testing/offices.ts';
import { sampleDefinition } from '../testing/sample-bodies.ts';

const openOffice = useOffices();

const lookingBack = readingEndpoints.filter(takesAsOf);

/** All pages that can be read of some places on a day, without what depends on where one looks from. */
const readTheDay = async (office: Office, asOf?: string) => {
  const pages: Record<string, unknown> = {};
  const places = { planner: ['1.2-D', '5.1-A'], viewer: ['2.2-A'] } as const;
  for (const [persona, indicators] of Object.entries(places)) {
    const client = await office.signIn(persona);
    for (const indicator of indicators) {
      for (const { name, reply } of await readEverything(client, { indicator, year: 2022, ...(asOf && { asOf }) })) {
        if (!lookingBack.some((each) => each.name === name)) continue;
        pages[`${persona} ${name} ${indicator}`] = comparable(JSON.parse(reply.text));
      }
    }
  }
  return pages;
};

describe('a day looked back to', () => {
  const kept = [
    'the value is explained and submitted',
    'a reminder is sent',
    'a comment is written',
    'the section is mended, with an update of its action and a new one',
    'the review is signed off',
  ];

  it('shows on every page what was read on it, whatever was written since', async () => {
    const office = await openOffice();
    const readThen = new Map<string, Record<string, unknown>>();
    await workThrough(office, async (what) => {
      if (kept.includes(what)) readThen.set(office.clock.now().slice(0, 10), await readTheDay(office));
    });
    expect(readThen.size).toBe(kept.length);
    for (const [day, pages] of readThen) {
      expect(Object.keys(pages).length).toBeGreaterThan(30);
      for (const [name, page] of Object.entries(await readTheDay(office, day))) {
        // asked first, since it is much quicker; the other says what differs
        if (!isDeepStrictEqual(page, pages[name]))
          expect({ day, name, page }).toEqual({ day, name, page: pages[name] });
      }
    }
  }, 60_000);

  it('that is today shows the same figures as no day at all', async () => {
    const office = await openOffice();
    expect(await readTheDay(office, office.clock.now().slice(0, 10))).toEqual(await readTheDay(office));
  });

  it('ends with its last millisecond', async () => {
    const office = await openOffice();
    office.clock.set('2026-02-01T23:59:59.999Z');
    await enter(await office.signIn('planner'), '1.2-D', 2022, { value: '1' });
    office.clock.set('2026-02-02T00:00:00.000Z');
    const planner = await office.signIn('planner');
    await enter(planner, '1.2-D', 2022, { value: '2' });
    expect((await entryOf(planner, '1.2-D', 2022, '2026-01-31')).value).toBeNull();
    expect((await entryOf(planner, '1.2-D', 2022, '2026-02-01')).value).toBe('1');
    expect((await entryOf(planner, '1.2-D', 2022, '2026-02-02')).value).toBe('2');
  });

  it('that has not come yet is refused on every page', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect(lookingBack.length).toBeGreaterThan(10);
    for (const { name, endpoint } of lookingBack) {
      const querystring = { asOf: '2026-01-16' };
      const reply = await planner.sendAny(endpoint, { params: paramsOf(endpoint, { code: '2' }), querystring });
      expect({ name, ...JSON.parse(reply.text) }).toMatchObject({ name, status: 422, errors: [{ pointer: '/asOf' }] });
    }
  });

  it.each(['2026-02-30', '2021-13-01', 'yesterday', '20210101', '2021-1-1', '', '2021-01-01T00:00:00Z'])(
    'that is no day ("%s") is refused on every page',
    async (asOf) => {
      const planner = await (await openOffice()).signIn('planner');
      for (const { name, endpoint } of lookingBack) {
        const reply = await planner.sendAny(endpoint, { params: paramsOf(endpoint), querystring: { asOf } });
        expect({ name, ...JSON.parse(reply.text) }).toMatchObject({
          name,
          status: 400,
          errors: [{ pointer: '/asOf' }],
        });
      }
    },
  );
});

describe('the record of the starting data', () => {
  let planner: Client;
  beforeEach(async () => {
    planner = await (await openOffice()).signIn('planner');
  });

  it('knows a published figure from the day on which its source came out', async () => {
    const before = await entryOf(planner, '1.2-A', 2022, '2024-06-23');
    const after = await entryOf(planner, '1.2-A', 2022, '2024-06-24');
    expect(before).toMatchObject({ state: 'not_reported', value: null });
    expect(after).toMatchObject({ state: 'approved', value: '15159' });
  });

  it('shows the first print of a figure until a later edition restates it', async () => {
    const first = await entryOf(planner, '1.2-A', 2021, '2023-01-01');
    const now = await entryOf(planner, '1.2-A', 2021);
    expect(first).toMatchObject({ value: '10190', restated: false, illustrative: true });
    expect(now).toMatchObject({ value: '10572', restated: true, illustrative: false });
  });

  it('shows the target that was in force, and no revision before its day', async () => {
    expect((await entryOf(planner, '4.1-A', 2022, '2022-02-07')).target).toMatchObject({
      value: '110',
      revised: false,
    });
    const revised = await entryOf(planner, '4.1-A', 2022, '2022-02-08');
    expect(revised.target).toMatchObject({ value: '115', revised: true, initial: { value: '110' } });
    expect((await entryOf(planner, '4.1-A', 2022, '2021-10-05')).target).toMatchObject({ version: 0, value: null });
  });

  it('shows the state of each step on its day', async () => {
    const days = {
      '2022-10-23': 'not_due',
      '2022-10-24': 'draft',
      '2022-10-31': 'submitted',
      '2022-11-14': 'approved',
    };
    for (const [day, state] of Object.entries(days)) {
      expect({ day, ...(await entryOf(planner, '1.1-C', 2022, day)) }).toMatchObject({ day, state });
    }
  });

  it('freezes a year with its sign-off, not before', async () => {
    expect(await entryOf(planner, '2.2-A', 2021, '2022-09-15')).toMatchObject({ state: 'approved' });
    expect(await entryOf(planner, '2.2-A', 2021, '2022-09-16')).toMatchObject({ state: 'frozen' });
    const stateOn = async (asOf: string) => {
      const { reviews } = await planner.ok(listReviews, { params: { strategy }, querystring: { asOf } });
      return reviews.find(({ year }) => year === 2021)?.state;
    };
    expect(await Promise.all(['2022-09-05', '2022-09-06', '2022-09-16'].map(stateOn))).toEqual([
      'open',
      'in_clearance',
      'final',
    ]);
  });

  it('shows a review with the events and signed versions of the day alone', async () => {
    const on = (asOf: string) => planner.ok(readReview, { params: { strategy, year: 2021 }, querystring: { asOf } });
    expect(await on('2022-09-06')).toMatchObject({ state: 'in_clearance', versions: [] });
    const final = await on('2022-09-16');
    expect(final.versions).toHaveLength(1);
    expect(final.events.at(-1)).toMatchObject({ action: 'signed_off', person: 'Ruth Calloway' });
  });

  it('shows the definition that was in force', async () => {
    const on = (asOf: string) =>
      planner.ok(readIndicator, { params: { strategy, indicator: '1.1-C' }, querystring: { asOf } });
    expect(await on('2018-09-19')).toMatchObject({
      definition: { baseline: null },
      definitionVersions: [{ number: 1 }],
    });
    expect(await on('2018-09-20')).toMatchObject({ definition: { baseline: { value: '6' } } });
  });
});

describe('an indicator that was added to the strategy', () => {
  const body = { code: '2.2-Z', objective: '2.2', definition: sampleDefinition };

  it('changes nothing of the days before it', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const on = async (asOf: string) => {
      const overview = await planner.ok(readOverview, { params: { strategy }, querystring: { year: 2020, asOf } });
      const plan = await planner.ok(readPlan, { params: { strategy }, querystring: { asOf } });
      return comparable([overview, plan]);
    };
    const before = await on('2025-06-30');
    await planner.ok(createIndicator, { params: { strategy }, body });
    expect(await on('2025-06-30')).toEqual(before);
    expect(await on('2026-01-15')).not.toEqual(before);
    const page = { params: { strategy, indicator: '2.2-Z' } };
    const refusal = await planner.refused(readIndicator, { ...page, querystring: { asOf: '2026-01-14' } });
    expect(refusal).toMatchObject({ status: 404 });
  });
});
