import { type EntryRow, listIndicators, type Overview, readGoal, readObjective, readOverview } from '@fbs/contract';
import { isReported } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter, setTargetOf } from '../../testing/entries.ts';
import { monthsOfWork, workThrough } from '../../testing/months-of-work.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const years = [2018, 2019, 2020, 2021, 2022];
const at = (year?: number, asOf?: string) => ({ params: { strategy }, querystring: { year, asOf } });
const overviewOf = (client: Client, year?: number, asOf?: string) => client.ok(readOverview, at(year, asOf));
const linesOf = async (client: Client, year: number): Promise<readonly EntryRow[]> =>
  (await client.ok(listIndicators, at(year))).indicators;

type Counts = Overview['rollUp'];

const sumOf = (counts: readonly Counts[]): Counts => {
  const fields = Object.keys(counts[0] ?? {}) as (keyof Counts)[];
  const sum = (field: keyof Counts) => counts.reduce((total, each) => total + each[field], 0);
  return Object.fromEntries(fields.map((field) => [field, sum(field)])) as Counts;
};

/** Counted once more, by hand, from the lines of the grid. */
const countedFrom = (lines: readonly EntryRow[]): Counts => {
  const own = lines.filter(({ role, status }) => role === 'performance' && status !== 'retired');
  const rated = (rating: string) => own.filter(({ entry }) => entry.rating.rating === rating).length;
  const [above, on, improved, below] = ['above_target', 'on_target', 'improved_target_not_met', 'below_target'].map(
    rated,
  );
  const [a = 0, o = 0, i = 0, b = 0] = [above, on, improved, below];
  return {
    indicators: own.length,
    above: a,
    on: o,
    improved: i,
    below: b,
    notRated: rated('not_rated'),
    met: a + o,
    rated: a + o + i + b,
    reported: own.filter(({ entry }) => isReported(entry.state)).length,
    due: own.filter(({ entry }) => entry.due).length,
    explanationsMissing: own.filter(({ entry }) => entry.explanationMissing).length,
  };
};

describe('the counts', () => {
  it('are those of the grid, counted once more', async () => {
    const planner = await (await openOffice()).signIn('planner');
    for (const year of years) {
      expect({ year, ...(await overviewOf(planner, year)).rollUp }).toEqual({
        year,
        ...countedFrom(await linesOf(planner, year)),
      });
    }
  });

  it('of the goals add up to those of the strategy, and of the objectives to those of their goal', async () => {
    const planner = await (await openOffice()).signIn('planner');
    for (const year of years) {
      const overview = await overviewOf(planner, year);
      expect(sumOf(overview.goals.map((goal) => goal.rollUp))).toEqual(overview.rollUp);
      for (const { code, rollUp, assessments } of overview.goals) {
        const goal = await planner.ok(readGoal, { params: { strategy, code }, querystring: { year } });
        expect(goal.rollUp).toEqual(rollUp);
        expect(sumOf(goal.objectives.map((objective) => objective.rollUp))).toEqual(rollUp);
        expect(goal.objectives.map(({ code: objective, assessment }) => ({ objective, assessment }))).toEqual(
          assessments,
        );
      }
    }
  });

  it('of the year before are what that year shows; the first year has none', async () => {
    const planner = await (await openOffice()).signIn('planner');
    for (const year of years.slice(1)) {
      const [now, before] = [await overviewOf(planner, year), await overviewOf(planner, year - 1)];
      expect(now.previousRollUp).toEqual(before.rollUp);
      expect(now.goals.map((goal) => goal.previousRollUp)).toEqual(before.goals.map((goal) => goal.rollUp));
    }
    const first = await overviewOf(planner, 2018);
    expect(
      [first.previousRollUp, ...first.goals.map((goal) => goal.previousRollUp)].every((each) => each === null),
    ).toBe(true);
  });

  it('of entries are those of the grid', async () => {
    const planner = await (await openOffice()).signIn('planner');
    for (const year of years) {
      const entries = (await linesOf(planner, year))
        .filter(({ role }) => role === 'performance')
        .map(({ entry }) => entry);
      const inState = (state: string) => entries.filter((entry) => entry.state === state).length;
      expect((await overviewOf(planner, year)).entries).toEqual({
        returned: inState('returned'),
        overdue: entries.filter(({ due, state }) => due && ['not_reported', 'draft'].includes(state)).length,
        drafts: inState('draft'),
        awaitingApproval: inState('submitted'),
        notApplicable: inState('not_applicable'),
        notDue: entries.filter(({ due, state }) => !due && state !== 'not_applicable').length,
      });
    }
  });

  it('never include what governments and others do', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await overviewOf(planner, 2022);
    await enter(planner, '1.1-B', 2022, { value: '180' });
    await enter(planner, '1.1-A', 2022, { value: '1', reason: 'Recount.' });
    await setTargetOf(await office.signIn('reviewer'), '1.1-A', 2022, { value: '1000', reason: 'For the test.' });
    const after = await overviewOf(planner, 2022);
    expect(after.context.find(({ code }) => code === '1.1-A')?.latest?.value).toBe('1');
    const counted = ({ rollUp, entries, needsAttention, goals }: Overview) => ({
      rollUp,
      entries,
      needsAttention,
      goals,
    });
    expect(counted(after)).toEqual(counted(before));
  });

  it('of an objective page are those of its indicators', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const page = await planner.ok(readObjective, { params: { strategy, code: '2.2' }, querystring: { year: 2021 } });
    const lines = (await linesOf(planner, 2021)).filter(({ objective }) => objective === '2.2');
    expect(page.rollUp).toEqual(countedFrom(lines));
  });
});

describe('the year', () => {
  it('is the one in progress where none is asked for, held within the strategy', async () => {
    const planner = await (await openOffice()).signIn('planner');
    expect((await overviewOf(planner)).year).toBe(2022);
    expect((await overviewOf(planner, undefined, '2020-09-30')).year).toBe(2020);
    expect((await overviewOf(planner, undefined, '2020-10-01')).year).toBe(2021);
    expect((await overviewOf(planner, undefined, '2016-01-01')).year).toBe(2018);
    expect((await overviewOf(planner, 2199)).year).toBe(2022);
    expect((await overviewOf(planner, 1900)).year).toBe(2018);
  });
});

describe('the answer', () => {
  it('has the same bytes for everybody', async () => {
    const office = await openOffice();
    const people: Client[] = [];
    for (const persona of ['planner', 'contributor', 'reviewer', 'viewer', 'administrator'])
      people.push(await office.signIn(persona));
    const replies = await Promise.all(people.map((client) => client.send(readOverview, at(2022))));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(1);
  });

  it('comes with an ETag, and again as 304 without a body while nothing changed', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const first = await viewer.send(readOverview, at(2022));
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await viewer.send(readOverview, { ...at(2022), headers: { 'if-none-match': known } } as never);
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    const other = await viewer.send(readOverview, { ...at(2021), headers: { 'if-none-match': etag } } as never);
    expect(other.status).toBe(200);
    const unknown = await viewer.send(readOverview, { ...at(2022), headers: { 'if-none-match': '"x"' } } as never);
    expect(unknown.status).toBe(200);
  });

  it('changes with every write, and with the day', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const tagOf = async () => String((await planner.send(readOverview, at(2022))).headers.etag);
    const tags = [await tagOf()];
    await enter(planner, '1.2-D', 2022, { value: '4500' });
    tags.push(await tagOf());
    await enter(planner, '1.2-D', 2022, { value: '4501' });
    tags.push(await tagOf());
    expect(new Set(tags).size).toBe(3);
    office.clock.set('2026-01-16T02:00:00.000Z');
    const overdue = (await overviewOf(planner, 2022)).needsAttention.find(({ kind }) => kind === 'overdue');
    expect(overdue?.sentence).toMatch(/1,143 days overdue/);
  });

  it('is what a service would say that remembers nothing, after every kind of write', async () => {
    const office = await openOffice();
    const same = async (what: string, neighborhood: Office) => {
      const [warm, cold] = [await office.signIn('viewer'), await neighborhood.signIn('viewer')];
      for (const year of [2021, 2022]) {
        const [kept, fresh] = [await warm.send(readOverview, at(year)), await cold.send(readOverview, at(year))];
        expect({ what, year, page: JSON.parse(kept.text) }).toEqual({ what, year, page: JSON.parse(fresh.text) });
        expect(kept.headers.etag).toBe(fresh.headers.etag);
      }
    };
    await same('nothing', await office.neighbor());
    await workThrough(office, async (what) => same(what, await office.neighbor()));
    expect(monthsOfWork.length).toBeGreaterThan(20);
  }, 60_000);

  it('follows what another service writes into the same database', async () => {
    const office = await openOffice();
    const neighbor = await office.neighbor();
    const [here, there] = [await office.signIn('planner'), await neighbor.signIn('planner')];
    const before = await overviewOf(here, 2022);
    await enter(there, '5.1-A', 2022, { notApplicable: { reason: 'Dropped.' } });
    const after = await overviewOf(here, 2022);
    expect(after.entries.notApplicable).toBe(before.entries.notApplicable + 1);
    expect(after.rollUp.above).toBeGreaterThan(0);
    await office.change("update settings set value = '\"50\"' where key = 'rating_threshold'");
    expect((await overviewOf(here, 2022)).rollUp.above).toBe(0);
  });
});
