import type { ImportRow } from '@fbs/contract';
import type { Decimal } from '@fbs/core';
import { breakdownRepository, type Queries, valueRepository } from '@fbs/db';
import type { ImportRecord } from '@fbs/documents';
import type { Actor } from '../../context.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, type Indicator, placeOf } from '../../results/load-facts.ts';
import { type Results, workOut } from '../../results/results.ts';
import { checkTarget } from './check-targets.ts';
import { checkPart, checkValue } from './check-values.ts';
import { type CheckedRow, conflictSentence, type Plan, placeKey, type RowPlace, RowRefused } from './import-rows.ts';
import { type IndicatorsByCode, indicatorIn, indicatorsByCode, textOf, yearIn } from './read-cells.ts';

/** What checking a row may ask. */
export type Checks = {
  readonly facts: Facts;
  readonly results: Results;
  readonly actor: Actor;
  /** @throws RowRefused where nobody may change the year now */
  readonly refuseClosed: (indicator: Indicator, year: number) => void;
  readonly resultKnown: (indicator: Indicator, year: number) => boolean;
  readonly reasonOf: (indicator: Indicator, year: number) => string | null;
  /** What is recorded of one category. */
  readonly partOf: (place: string, dimension: string, category: string) => Decimal | undefined;
  readonly isCategory: (indicator: Indicator, dimension: string, category: string) => boolean;
  /** What the rules say of an indicator, or of its year: asked once, however many rows are about it. */
  readonly askOnce: <T>(about: string, ask: () => T) => T;
};

/** What checking a row found: what it would write, if anything, in words. */
export type Found = Pick<ImportRow, 'what' | 'before' | 'after' | 'sentence'> & {
  readonly plan: Plan | null;
  readonly note: string | null;
};

type Placed = { readonly record: ImportRecord; readonly indicator: Indicator; readonly year: number };

const tryOr = <T>(work: () => T): T | RowRefused => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RowRefused) return error;
    throw error;
  }
};

const placedOf = (facts: Facts, codes: IndicatorsByCode, record: ImportRecord): Placed | RowRefused =>
  tryOr(() => ({ record, indicator: indicatorIn(codes, record), year: yearIn(facts, record) }));

const plainText = (record: ImportRecord, column: 'dimension' | 'category'): string =>
  (record.cells[column]?.text ?? '').trim();

/** Two rows with the same key say the same thing twice. */
const keyOf = ({ record, indicator, year }: Placed): string => {
  const part =
    record.sheet === 'Breakdowns' ? `\n${plainText(record, 'dimension')}\n${plainText(record, 'category')}` : '';
  return `${record.sheet}\n${indicator.code}\n${year}${part}`;
};

type RowsByKey = ReadonlyMap<string, readonly number[]>;

/** The rows of what is said more than once. */
const repeatedRows = (placed: readonly (Placed | RowRefused)[]): RowsByKey => {
  const first = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  for (const each of placed) {
    if (each instanceof RowRefused) continue;
    const key = keyOf(each);
    const before = first.get(key);
    if (before === undefined) first.set(key, each.record.row);
    else repeated.set(key, [...(repeated.get(key) ?? [before]), each.record.row]);
  }
  return repeated;
};

const reasonsOf = (placed: readonly Placed[]): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>();
  for (const { record, indicator, year } of placed) {
    const reason = record.sheet === 'Targets' ? null : tryOr(() => textOf(record, 'reason', 300));
    if (typeof reason === 'string') reasons.set(placeOf(indicator.id, year), reason);
  }
  return reasons;
};

/** The years of indicators whose result was entered at any time, for the targets of a file. */
const loadKnownResults = async (queries: Queries, placed: readonly Placed[]): Promise<ReadonlySet<string>> => {
  const targets = placed.filter(({ record }) => record.sheet === 'Targets');
  const known = new Set<string>();
  for (const year of new Set(targets.map((each) => each.year))) {
    const ids = [...new Set(targets.filter((each) => each.year === year).map(({ indicator }) => indicator.id))];
    for (const row of await valueRepository.listVintages(queries, ids, year, null)) {
      if (row.value !== null || row.chosenRating !== null) known.add(placeOf(row.indicatorId, year));
    }
  }
  return known;
};

/** Asks once and remembers the answer, also where it is a refusal. */
const rememberAnswers = (): Checks['askOnce'] => {
  const known = new Map<string, { readonly answer: unknown } | RowRefused>();
  return <T>(about: string, ask: () => T): T => {
    let each = known.get(about);
    if (each === undefined) {
      const answer = tryOr(ask);
      each = answer instanceof RowRefused ? answer : { answer };
      known.set(about, each);
    }
    if (each instanceof RowRefused) throw each;
    return each.answer as T;
  };
};

const partKey = (dimension: string, category: string): string => `${dimension}\n${category}`;

/** What is recorded of the breakdowns that the file is about. */
const loadParts = async (queries: Queries, facts: Facts, placed: readonly Placed[]): Promise<Checks['partOf']> => {
  const idByPlace = new Map<string, string>();
  for (const { record, indicator, year } of placed) {
    const place = placeOf(indicator.id, year);
    const id = record.sheet === 'Breakdowns' ? (facts.values.get(place)?.breakdownId ?? null) : null;
    if (id !== null) idByPlace.set(place, id);
  }
  const rows = await breakdownRepository.listBreakdownRows(queries, [...idByPlace.values()]);
  const parts = new Map<string, ReadonlyMap<string, Decimal>>();
  for (const [place, id] of idByPlace) {
    const known = (rows.get(id) ?? []).map((row) => [partKey(row.dimension, row.category), row.value] as const);
    parts.set(place, new Map(known));
  }
  return (place, dimension, category) => parts.get(place)?.get(partKey(dimension, category));
};

const categoriesOf = ({ definition }: Indicator): ReadonlySet<string> =>
  new Set(
    definition.disaggregations.flatMap(({ dimension, categories }) =>
      categories.map((category) => partKey(dimension, category)),
    ),
  );

const checksFor = async (queries: Queries, facts: Facts, actor: Actor, placed: readonly Placed[]): Promise<Checks> => {
  const results = workOut(facts);
  const known = await loadKnownResults(queries, placed);
  const reasons = reasonsOf(placed);
  const askOnce = rememberAnswers();
  return {
    facts,
    results,
    actor,
    askOnce,
    refuseClosed: (indicator, year) => {
      const closed = closedOf(facts, indicator, year);
      if (closed !== null) throw new RowRefused(null, closed.sentence);
      if (facts.reviews.get(year)?.state !== 'in_clearance') return;
      const detail = `The review of FY ${year} is in clearance: a reviewer has to return it before anything changes.`;
      throw new RowRefused(null, detail);
    },
    resultKnown: (indicator, year) =>
      indicator.definition.computed === null
        ? known.has(placeOf(indicator.id, year))
        : results.reported(indicator, year) !== null,
    reasonOf: (indicator, year) => reasons.get(placeOf(indicator.id, year)) ?? null,
    partOf: await loadParts(queries, facts, placed),
    isCategory: (indicator, dimension, category) =>
      askOnce(`categories of ${indicator.id}`, () => categoriesOf(indicator)).has(partKey(dimension, category)),
  };
};

const whatOf: Readonly<Record<ImportRecord['sheet'], string>> = {
  Values: 'Value',
  Targets: 'Target',
  Breakdowns: 'Part of a breakdown',
};

const refusedRow = (record: ImportRecord, { column, message }: RowRefused, placed: Placed | null): CheckedRow => ({
  record,
  place: null,
  plan: null,
  reason: null,
  finding: {
    sheet: record.sheet,
    row: record.row,
    column,
    indicator: placed?.indicator.code ?? record.cells.indicator?.text.slice(0, 40) ?? null,
    year: placed?.year ?? null,
    what: whatOf[record.sheet],
    outcome: 'refused',
    sentence: message,
    before: null,
    after: null,
  },
});

const checkOf = { Values: checkValue, Targets: checkTarget, Breakdowns: checkPart } as const;

const outcomeOf = ({ plan, note, before }: Found): ImportRow['outcome'] => {
  if (plan === null) return 'unchanged';
  if (note !== null) return 'warned';
  return before === null ? 'inserted' : 'changed';
};

const checkedRow = (checks: Checks, placed: Placed): CheckedRow => {
  const { record, indicator, year } = placed;
  const found = tryOr(() => checkOf[record.sheet](checks, record, indicator, year));
  if (found instanceof RowRefused) return refusedRow(record, found, placed);
  const { plan, note, ...words } = found;
  const kind = record.sheet === 'Targets' ? 'target' : 'value';
  const sentence = note === null ? found.sentence : `${found.sentence} ${note}`;
  return {
    record,
    place: { kind, indicatorId: indicator.id, year },
    plan,
    reason: kind === 'value' ? checks.reasonOf(indicator, year) : textOf(record, 'reason', 300),
    finding: {
      sheet: record.sheet,
      row: record.row,
      column: null,
      indicator: indicator.code,
      year,
      ...words,
      sentence,
      outcome: outcomeOf(found),
    },
  };
};

/** The version that a place of the file has now. */
export const versionAt = (facts: Facts, { kind, indicatorId, year }: RowPlace): number =>
  (kind === 'value' ? facts.values : facts.targets).get(placeOf(indicatorId, year))?.version ?? 0;

/** A row whose place was changed since the file was tried is never written over it. */
const held = (facts: Facts, seen: Readonly<Record<string, number>>, row: CheckedRow): CheckedRow => {
  if (row.place === null || row.plan === null || seen[placeKey(row.place)] === versionAt(facts, row.place)) return row;
  return { ...row, plan: null, finding: { ...row.finding, outcome: 'conflict', sentence: conflictSentence } };
};

/** Says what becomes of the row at a place of the list, from 0. */
export type CheckRow = (index: number) => CheckedRow;

/**
 * Gets ready to check the rows of a file one by one: what each says is held against the others and against the facts.
 * `seen`: the versions at the time of the dry run; null: this is it.
 */
export const prepareChecks = async (
  queries: Queries,
  facts: Facts,
  actor: Actor,
  records: readonly ImportRecord[],
  seen: Readonly<Record<string, number>> | null,
): Promise<CheckRow> => {
  const codes = indicatorsByCode(facts);
  const all = records.map((record) => placedOf(facts, codes, record));
  const repeated = repeatedRows(all);
  const checks = await checksFor(
    queries,
    facts,
    actor,
    all.filter((each): each is Placed => !(each instanceof RowRefused)),
  );
  return (index) => {
    const each = all[index];
    const record = records[index];
    if (each === undefined || record === undefined) throw new RangeError(`there is no row ${index}`);
    if (each instanceof RowRefused) return refusedRow(record, each, null);
    const rows = repeated.size === 0 ? undefined : repeated.get(keyOf(each));
    const other = rows?.find((row) => row !== record.row);
    if (other !== undefined) {
      const detail = `Row ${other} says the same thing once more: keep one of them.`;
      return refusedRow(record, new RowRefused('indicator', detail), each);
    }
    const row = checkedRow(checks, each);
    return seen === null ? row : held(facts, seen, row);
  };
};
