import type { ImportRow } from '@fbs/contract';
import { breakdownRepository, type Queries, valueRepository } from '@fbs/db';
import type { ImportRecord } from '@fbs/documents';
import type { Actor } from '../../context.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, type Indicator, placeOf } from '../../results/load-facts.ts';
import { type Results, workOut } from '../../results/results.ts';
import { checkTarget } from './check-targets.ts';
import { checkPart, checkValue } from './check-values.ts';
import { type CheckedRow, type Plan, placeKey, type RowPlace, RowRefused } from './import-rows.ts';
import { indicatorIn, textOf, yearIn } from './read-cells.ts';

/** What checking a row may ask. */
export type Checks = {
  readonly facts: Facts;
  readonly results: Results;
  readonly actor: Actor;
  /** @throws RowRefused where nobody may change the year now */
  readonly refuseClosed: (indicator: Indicator, year: number) => void;
  readonly resultKnown: (indicator: Indicator, year: number) => boolean;
  readonly reasonOf: (indicator: Indicator, year: number) => string | null;
  readonly partsOf: (indicator: Indicator, year: number) => readonly breakdownRepository.BreakdownFigure[];
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

const placedOf = (facts: Facts, record: ImportRecord): Placed | RowRefused =>
  tryOr(() => ({ record, indicator: indicatorIn(facts, record), year: yearIn(facts, record) }));

const plainText = (record: ImportRecord, column: 'dimension' | 'category'): string =>
  (record.cells[column]?.text ?? '').trim();

/** Two rows with the same key say the same thing twice. */
const keyOf = ({ record, indicator, year }: Placed): string => {
  const part = record.sheet === 'Breakdowns' ? [plainText(record, 'dimension'), plainText(record, 'category')] : [];
  return JSON.stringify([record.sheet, indicator.code, year, ...part]);
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

const checksFor = async (queries: Queries, facts: Facts, actor: Actor, placed: readonly Placed[]): Promise<Checks> => {
  const results = workOut(facts);
  const known = await loadKnownResults(queries, placed);
  const reasons = reasonsOf(placed);
  const breakdownIds = placed.flatMap(({ record, indicator, year }) => {
    const id = facts.values.get(placeOf(indicator.id, year))?.breakdownId ?? null;
    return record.sheet === 'Breakdowns' && id !== null ? [id] : [];
  });
  const parts = await breakdownRepository.listBreakdownRows(queries, [...new Set(breakdownIds)]);
  return {
    facts,
    results,
    actor,
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
    partsOf: (indicator, year) => parts.get(facts.values.get(placeOf(indicator.id, year))?.breakdownId ?? '') ?? [],
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
  const sentence = 'Somebody changed this after the file was tried: upload the file again, and look at both figures.';
  return { ...row, plan: null, finding: { ...row.finding, outcome: 'conflict', sentence } };
};

/** What becomes of each row now. `seen`: the versions at the time of the dry run; null: this is it. */
export const checkRows = async (
  queries: Queries,
  facts: Facts,
  actor: Actor,
  records: readonly ImportRecord[],
  seen: Readonly<Record<string, number>> | null,
): Promise<CheckedRow[]> => {
  const all = records.map((record) => placedOf(facts, record));
  const placed = all.filter((each): each is Placed => !(each instanceof RowRefused));
  const rowsOf = new Map<string, number[]>();
  for (const each of placed) rowsOf.set(keyOf(each), [...(rowsOf.get(keyOf(each)) ?? []), each.record.row]);
  const checks = await checksFor(queries, facts, actor, placed);
  return records.map((record, index) => {
    const each = all[index];
    if (each === undefined || each instanceof RowRefused) return refusedRow(record, each as RowRefused, null);
    const others = (rowsOf.get(keyOf(each)) ?? []).filter((row) => row !== record.row);
    if (others.length > 0) {
      const detail = `Row ${others[0]} says the same thing once more: keep one of them.`;
      return refusedRow(record, new RowRefused('indicator', detail), each);
    }
    const row = checkedRow(checks, each);
    return seen === null ? row : held(facts, seen, row);
  });
};
