import { type EntryState, isGateOpen, type Rating, type RollUp, reviewGate } from '@fbs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { listReviews } from '../repositories/review-repository.ts';
import { reviewVintages } from '../schema/reviews.ts';
import { makeTemplate, type Template } from '../template.ts';
import { strategyId } from './places.ts';
import { seedDatabase } from './seed-database.ts';
import { countLines, type Line, readGate, readLines } from './seed-reading.ts';

const today = '2026-11-21';
const years = [2018, 2019, 2020, 2021, 2022];
let template: Template;
let database: Database;
beforeAll(async () => {
  template = await makeTemplate((each) => seedDatabase(each, 'evaluation'));
  database = await template.copy();
});
afterAll(async () => {
  await database.close();
  template.remove();
});

const linesOf = (year: number): Promise<Line[]> => database.read((queries) => readLines(queries, year, today, null));
const linesAt = (year: number, day: string): Promise<Line[]> =>
  database.read((queries) => readLines(queries, year, day, `${day}T23:59:59.999Z`));
const gateAt = (year: number, at: string) => database.read((queries) => readGate(queries, year, at.slice(0, 10), at));
const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();
const stepsOf = async (action: string) => {
  const rows = await database.read(async (queries) => queries.select().from(reviewVintages));
  return rows
    .filter((row) => row.action === action)
    .map(({ reviewId, at }) => ({ year: Number(reviewId.slice(-4)), at }));
};

describe('the five years as they read today', () => {
  it('tell five different stories by their counts', async () => {
    const counts = await Promise.all(years.map(async (year) => countLines(await linesOf(year))));
    const short = ({ above, on, improved, below, met, rated, reported, due, explanationsMissing }: RollUp) =>
      [above, on, improved, below, met, rated, reported, due, explanationsMissing].join(' ');
    expect(counts.map(short)).toEqual([
      '1 10 2 1 11 14 18 18 0',
      '4 10 1 2 14 17 18 18 0',
      '1 5 2 9 6 17 18 18 0',
      '1 9 4 3 10 17 18 18 0',
      '2 6 2 1 8 11 13 17 1',
    ]);
  });

  it('show every rating in FY 2022, and every state over the years and days', async () => {
    const ratings = new Set((await linesOf(2022)).map(({ result }) => result.rating));
    const all: Rating[] = ['above_target', 'below_target', 'improved_target_not_met', 'not_rated', 'on_target'];
    expect([...ratings].toSorted()).toEqual(all);
    const seen = new Set<EntryState>();
    for (const year of years) for (const { state } of await linesOf(year)) seen.add(state);
    for (const day of ['2018-10-31', '2019-11-08', '2020-12-10']) {
      for (const year of years) for (const { state } of await linesAt(year, day)) seen.add(state);
    }
    const states: EntryState[] = [
      'approved',
      'draft',
      'frozen',
      'not_applicable',
      'not_due',
      'not_reported',
      'returned',
      'submitted',
    ];
    expect([...seen].toSorted()).toEqual(states);
  });

  it('leave three indicators without a target in FY 2018, beside the one that is only monitored', async () => {
    const without = async (year: number) =>
      (await linesOf(year)).filter(({ target }) => !target?.value).map(({ code }) => code);
    expect(await without(2018)).toEqual(['3.2-B', '5.1-A', '5.2-C', '5.2-D']);
    for (const year of [2019, 2020, 2021]) expect(await without(year)).toEqual(['5.2-D']);
    expect(await without(2022)).toEqual(['3.2-B', '5.2-D']);
  });
});

describe('FY 2022, still open', () => {
  const expected: [string, EntryState, Rating, Partial<Line['entry']>][] = [
    ['1.1-C', 'approved', 'above_target', { value: '12' }],
    ['2.1-C', 'approved', 'above_target', { value: '7280' }],
    ['2.1-D', 'returned', 'not_rated', { source: null, personId: 'reviewer' }],
    ['2.2-A', 'submitted', 'on_target', { submittedBy: 'contributor' }],
    ['2.2-B', 'approved', 'on_target', { value: '7', illustrative: false }],
    ['3.2-A', 'draft', 'not_rated', { personId: 'planner' }],
    ['3.2-B', 'approved', 'not_rated', { value: '6', illustrative: false }],
    ['4.1-A', 'approved', 'improved_target_not_met', { value: '108.5' }],
    ['4.1-B', 'approved', 'on_target', { value: '17' }],
    ['4.2-A', 'not_applicable', 'not_rated', { value: null }],
    ['4.2-B', 'approved', 'on_target', { illustrative: false }],
    ['4.3-A', 'approved', 'on_target', { illustrative: false }],
    ['5.2-A', 'approved', 'improved_target_not_met', { value: '78' }],
    ['5.2-C', 'approved', 'below_target', { value: '19', explanation: null, illustrative: false }],
    ['5.2-D', 'approved', 'not_rated', { value: '112' }],
  ];
  for (const [code, state, rating, entry] of expected) {
    it(`${code} is ${state}, ${rating}`, async () => {
      const line = (await linesOf(2022)).find((each) => each.code === code);
      expect(line).toMatchObject({ state, result: { rating }, entry });
      expect(line?.explanationMissing).toBe(code === '5.2-C');
    });
  }

  it('1.2-D and 5.1-A are due and not entered; 1.2-D waits for a figure to hold against 4,310 and 4,400', async () => {
    const lines = await linesOf(2022);
    for (const code of ['1.2-D', '5.1-A']) {
      expect(lines.find((each) => each.code === code)).toMatchObject({
        state: 'not_reported',
        due: true,
        entry: undefined,
      });
    }
    expect(lines.find(({ code }) => code === '1.2-D')?.target?.value).toBe('4400');
    expect((await linesOf(2021)).find(({ code }) => code === '1.2-D')?.entry?.value).toBe('4310');
  });

  it('says what is returned for, what is not applicable for, and where there is no target on purpose', async () => {
    const lines = await linesOf(2022);
    expect(lines.find(({ code }) => code === '2.1-D')?.entry?.returnNote).toMatch(/^Source of the figure missing/);
    expect(lines.find(({ code }) => code === '4.2-A')?.entry?.notApplicableReason).toMatch(/^Illustrative: /);
    expect(lines.filter(({ target }) => target?.noTargetReason).map(({ code }) => code)).toEqual(['3.2-B']);
  });

  it('lacks in its review exactly what the office still has to do', async () => {
    const gate = await database.read((queries) => readGate(queries, 2022, today, null));
    const items = reviewGate({ stage: 'clearance', year: 2022, ...gate }).filter(({ blocks }) => blocks);
    expect(
      items.map(({ kind, indicator, objective, action }) => `${kind} ${indicator ?? action ?? objective ?? ''}`.trim()),
    ).toEqual([
      'value_missing 1.2-D',
      'narrative_missing 1.2',
      'section_not_submitted 1.2',
      'value_missing 2.1-D',
      'section_not_submitted 2.1',
      'value_missing 3.2-A',
      'value_missing 5.1-A',
      'explanation_missing 5.2-C',
      'action_not_updated 2021-5.1',
      'jsp_statement_missing',
    ]);
    const states = gate.sections.map(({ state }) => state).toSorted();
    expect(states).toEqual([...Array(7).fill('cleared'), 'drafting', 'returned', 'submitted', 'submitted']);
  });
});

describe('the figure that the product measures itself', () => {
  it('is on target every year, whether or not the monitored indicator counts', async () => {
    for (const year of years) {
      const lines = await linesOf(year);
      expect(lines.find(({ code }) => code === '5.2-B')?.result.rating, `${year}`).toBe('on_target');
      expect(lines.find(({ code }) => code === '5.2-B')?.entry).toBeUndefined();
      const { target } = lines.find(({ code }) => code === '5.2-B') ?? {};
      const set = lines.filter((line) => line.target?.value).length;
      for (const counted of [17, 18]) {
        const share = (set / counted) * 100;
        expect(share, `${year} of ${counted}`).toBeGreaterThanOrEqual(Number(target?.value));
        expect(share, `${year} of ${counted}`).toBeLessThanOrEqual(Number(target?.value) * 1.1);
      }
    }
  });
});

describe('the reviews of FY 2018 to 2021', () => {
  it('were signed on their days, and the review of FY 2022 is open', async () => {
    const listed = await database.read((queries) => listReviews(queries, strategyId, null));
    expect(listed.map(({ year, state }) => `${year} ${state}`)).toEqual([
      '2018 final',
      '2019 final',
      '2020 final',
      '2021 final',
      '2022 open',
    ]);
    expect((await stepsOf('signed_off')).map(({ at }) => at.slice(0, 10))).toEqual([
      '2019-09-20',
      '2020-09-18',
      '2021-09-17',
      '2022-09-16',
    ]);
  });

  it('passed their gates: every due indicator reported, every miss explained, every section cleared', async () => {
    for (const [action, stage] of [
      ['sent_to_clearance', 'clearance'],
      ['signed_off', 'sign_off'],
    ] as const) {
      for (const { year, at } of await stepsOf(action)) {
        const items = reviewGate({ stage, year, ...(await gateAt(year, justBefore(at))) });
        expect(
          items.filter(({ blocks }) => blocks),
          `${year} ${action}`,
        ).toEqual([]);
        expect(isGateOpen(items)).toBe(true);
        expect(
          items.some(({ kind }) => kind === 'data_quality'),
          `${year} warns`,
        ).toBe(true);
      }
    }
  });

  it('knew every due figure, and an explanation wherever the rules ask for one', async () => {
    for (const { year, at } of await stepsOf('signed_off')) {
      const lines = await database.read((queries) => readLines(queries, year, at.slice(0, 10), at));
      for (const { code, state, explanationMissing, result, entry } of lines) {
        expect(['frozen', 'not_applicable'], `${code} ${year}`).toContain(state);
        expect(explanationMissing, `${code} ${year}`).toBe(false);
        if (result.explanationRequired) expect(entry?.explanation, `${code} ${year}`).toMatch(/^Illustrative/);
      }
    }
  });

  it('give a reason exactly where the assessment departs from the suggestion', async () => {
    const signed = (await stepsOf('signed_off')).map(({ year, at }) => ({ year, at: justBefore(at) }));
    let departures = 0;
    for (const { year, at } of [...signed, { year: 2022, at: `${today}T12:00:00.000Z` }]) {
      const { objectives } = await gateAt(year, at);
      expect(objectives).toHaveLength(11);
      for (const { code, section } of objectives) {
        const departs = section.assessment !== section.suggestion;
        departures += departs ? 1 : 0;
        expect(
          section.departureReason !== null,
          `${year} ${code}: ${section.assessment}, suggested ${section.suggestion}`,
        ).toBe(departs);
      }
    }
    expect(departures).toBe(10);
  });
});
