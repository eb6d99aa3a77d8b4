import {
  type Action,
  checkBreakdown,
  type EntryAction,
  entryStateOf,
  type IndicatorDefinition,
  maySelf,
  nextEntryState,
  permits,
  type RecordedState,
  type Role,
  sumDecimals,
} from '@fbs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { indicatorDefinitions, indicators } from '../schema/indicators.ts';
import { people, personRoles } from '../schema/people.ts';
import { reviews, reviewVintages } from '../schema/reviews.ts';
import { breakdownRows, breakdowns, breakdownTotals, values, valueVintages } from '../schema/values.ts';
import { makeTemplate, type Template } from '../template.ts';
import { seedDatabase } from './seed-database.ts';
import { readLines } from './seed-reading.ts';

type Vintage = typeof valueVintages.$inferSelect;

const readAll = (database: Database) =>
  database.read(async (queries) => ({
    indicators: await queries.select().from(indicators),
    definitions: await queries.select().from(indicatorDefinitions),
    people: await queries.select().from(people),
    roles: await queries.select().from(personRoles),
    values: await queries.select().from(values),
    vintages: await queries.select().from(valueVintages).orderBy(valueVintages.number),
    breakdowns: await queries.select().from(breakdowns),
    rows: await queries.select().from(breakdownRows).orderBy(breakdownRows.position),
    totals: await queries.select().from(breakdownTotals),
    reviews: await queries.select().from(reviews),
    signings: (await queries.select().from(reviewVintages)).filter(({ action }) => action === 'signed_off'),
  }));

let template: Template;
let database: Database;
let all: Awaited<ReturnType<typeof readAll>>;
beforeAll(async () => {
  template = await makeTemplate((each) => seedDatabase(each, 'evaluation'));
  database = await template.copy();
  all = await readAll(database);
});
afterAll(async () => {
  await database.close();
  template.remove();
});

const placeOf = ({ indicatorId, year }: { indicatorId: string; year: number }) => `${indicatorId}/${year}`;

const histories = (): Vintage[][] => {
  const byPlace = new Map<string, Vintage[]>();
  for (const vintage of all.vintages) {
    byPlace.set(placeOf(vintage), [...(byPlace.get(placeOf(vintage)) ?? []), vintage]);
  }
  return [...byPlace.values()];
};

/** Each vintage with the one before it. */
const steps = () =>
  histories().flatMap((history) => history.map((now, index) => ({ before: history[index - 1], now })));

const sheetsOf = (indicatorId: string): IndicatorDefinition[] =>
  all.definitions
    .filter((row) => row.indicatorId === indicatorId)
    .toSorted((a, b) => a.number - b.number)
    .map(({ definition }) => JSON.parse(definition) as IndicatorDefinition);

const isFrozenAt = (year: number, at: string): boolean =>
  all.signings.some((signing) => signing.reviewId.endsWith(`/${year}`) && signing.at <= at);

const actorOf = (id: string) => {
  const person = all.people.find((each) => each.id === id);
  const roles = all.roles.filter(({ personId }) => personId === id).map(({ role }) => role as Role);
  return { roles, section: person?.section ?? null };
};

describe('the vintages of an indicator-year', () => {
  it('count from 1 without a gap, each later than the one before', () => {
    expect(histories().length).toBeGreaterThan(140);
    for (const history of histories()) {
      const [first] = history;
      expect(
        history.map(({ number }) => number),
        placeOf(first ?? { indicatorId: '', year: 0 }),
      ).toEqual(history.map((_, index) => index + 1));
    }
    for (const { before, now } of steps()) if (before) expect(now.at > before.at, now.id).toBe(true);
  });

  it('end in the current row', () => {
    expect(all.values).toHaveLength(histories().length);
    for (const history of histories()) {
      const { id: _id, number, action: _action, reason: _reason, ...record } = history.at(-1) ?? ({} as Vintage);
      const {
        id: _rowId,
        changed: _changed,
        ...current
      } = all.values.find((row) => placeOf(row) === placeOf(record)) ?? ({} as never);
      expect(current).toEqual({ ...record, version: number });
    }
  });

  it('follow the rules of what may be done in which state, and what has to come with it', () => {
    for (const { before, now } of steps()) {
      const isPublic = now.action === 'published' || now.action === 'restated';
      if (isPublic) continue;
      const state = entryStateOf({
        recorded: (before?.state as RecordedState | undefined) ?? null,
        hasValue: before?.value != null,
        frozen: isFrozenAt(now.year, now.at),
        dueDay: '9999-12-31',
        today: now.at.slice(0, 10),
      });
      expect(nextEntryState(state, now.action as EntryAction), now.id).toBe(now.state);
      if (['corrected', 'returned', 'marked_not_applicable'].includes(now.action))
        expect(now.reason, now.id).toBeTruthy();
    }
  });

  it('are made by people who may, none approving what they submitted themselves', () => {
    const asked: Partial<Record<EntryAction, Action>> = {
      entered: 'enter values',
      corrected: 'enter values',
      marked_not_applicable: 'enter values',
      explained: 'enter values',
      submitted: 'submit values',
      returned: 'return values',
      approved: 'approve values',
    };
    for (const { before, now } of steps()) {
      const action = asked[now.action as EntryAction];
      if (action === undefined) {
        expect(now.personId).toBe('published-record');
        continue;
      }
      const [sheet] = sheetsOf(now.indicatorId);
      expect(permits(actorOf(now.personId), action, { section: sheet?.section }), `${now.id} ${now.personId}`).toBe(
        true,
      );
      expect((all.people.find(({ id }) => id === now.personId)?.createdAt ?? '9999') < now.at, now.id).toBe(true);
      if (now.action !== 'approved') continue;
      expect(
        maySelf({ submittedBy: before?.submittedBy ?? null, actor: now.personId, selfApproval: false }),
        now.id,
      ).toBe(true);
      expect(before?.submittedBy, now.id).toBeTruthy();
    }
  });

  it('are submitted only with the explanation that the target of that moment asks for', async () => {
    const submissions = all.vintages.filter(
      ({ action, year }) => (action === 'submitted' || action === 'corrected') && year >= 2018,
    );
    for (const { indicatorId, year, at, id } of submissions) {
      const lines = await database.read((queries) => readLines(queries, year, at.slice(0, 10), at));
      expect(lines.find(({ indicator }) => indicator.id === indicatorId)?.explanationMissing ?? false, id).toBe(false);
    }
  });

  it('include a return, a correction of swapped digits, a late entry and a second entry before approval', () => {
    const actions = new Set(all.vintages.map(({ action }) => action));
    expect([...actions].toSorted()).toEqual([
      'approved',
      'corrected',
      'entered',
      'explained',
      'marked_not_applicable',
      'published',
      'restated',
      'returned',
      'submitted',
    ]);
    const swapped = all.vintages.filter(({ action, reason }) => action === 'corrected' && reason?.includes('swapped'));
    expect(swapped).toHaveLength(3);
    expect(swapped.every(({ restated }) => restated === 1)).toBe(true);
    expect(steps().some(({ before, now }) => now.action === 'entered' && before?.action === 'submitted')).toBe(true);
  });
});

describe('breakdowns', () => {
  it('fit the definition of their indicator and the value they were entered with', () => {
    expect(all.breakdowns.length).toBeGreaterThan(50);
    for (const { id, indicatorId } of all.breakdowns) {
      const owners = all.vintages.filter(({ breakdownId }) => breakdownId === id);
      const own = all.rows.filter(({ breakdownId }) => breakdownId === id);
      const { disaggregations = [] } = sheetsOf(indicatorId).at(-1) ?? {};
      expect(owners.length, id).toBeGreaterThan(0);
      for (const { value } of owners) expect(checkBreakdown(value, disaggregations, own), id).toEqual([]);
      if (own[0]?.dimension === 'trafficking type') continue;
      expect(new Set(own.map(({ dimension }) => dimension)).size, id).toBe(disaggregations.length);
    }
  });

  it('stand behind every reported figure of an indicator that has them', () => {
    const broken = all.indicators.filter(({ id }) => (sheetsOf(id)[0]?.disaggregations.length ?? 0) > 0);
    const rows = all.values.filter(
      ({ indicatorId, value }) => value !== null && broken.some(({ id }) => id === indicatorId),
    );
    expect(rows.length).toBeGreaterThan(35);
    expect(rows.filter(({ breakdownId }) => breakdownId === null)).toEqual([]);
  });

  it('have their totals kept, by dimension', () => {
    const worked = all.breakdowns.flatMap(({ id }) => {
      const own = all.rows.filter(({ breakdownId }) => breakdownId === id);
      return [...new Set(own.map(({ dimension }) => dimension))].map((dimension) => {
        const parts = own.filter((row) => row.dimension === dimension);
        const figures = parts.map(({ value }) => value);
        const most = Math.max(...figures.map(Number));
        const { value: largest, category: largestCategory } = parts.find(({ value }) => Number(value) === most) ?? {};
        const total = sumDecimals(figures);
        return { breakdownId: id, dimension, total, rows: figures.length, largest, largestCategory };
      });
    });
    const byName = (a: { breakdownId: string; dimension: string }, b: { breakdownId: string; dimension: string }) =>
      `${a.breakdownId} ${a.dimension}` < `${b.breakdownId} ${b.dimension}` ? -1 : 1;
    expect(all.totals.toSorted(byName)).toEqual(worked.toSorted(byName));
  });
});
