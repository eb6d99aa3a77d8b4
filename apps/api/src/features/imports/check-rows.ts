import type { ImportRow } from '@fbs/contract';
import type { Queries } from '@fbs/db';
import type { ImportRecord, Listed } from '@fbs/documents';
import type { Actor } from '../../context.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, placeOf } from '../../results/load-facts.ts';
import { type Results, workOut } from '../../results/results.ts';
import { checkPart } from './check-parts.ts';
import { checkTarget } from './check-targets.ts';
import { checkValue } from './check-values.ts';
import { gatherPlaces, type Place } from './import-places.ts';
import {
  type CheckedRow,
  conflictSentence,
  type Finding,
  type Plan,
  placeKey,
  type RowPlace,
  RowRefused,
  refusedOr,
} from './import-rows.ts';
import { textOf, writtenIn } from './read-cells.ts';

/** What checking a row may ask. */
export type Checks = { readonly facts: Facts; readonly results: Results; readonly actor: Actor };

/** What checking a row found: what it would write, if anything, in words. */
export type Found = Pick<Finding, 'what' | 'before' | 'after' | 'sentence'> & {
  readonly plan: Plan | null;
  readonly note: string | null;
};

/** Asks the rules once for a place, and remembers the answer, also where it is a refusal. @throws RowRefused */
export const askOnce = <T>({ answers }: Place, about: string, ask: () => T): T => {
  let answer = answers.get(about) as { readonly is: T | RowRefused } | undefined;
  if (answer === undefined) {
    answer = { is: refusedOr(ask) };
    answers.set(about, answer);
  }
  if (answer.is instanceof RowRefused) throw answer.is;
  return answer.is;
};

/** @throws RowRefused where nobody may change the year now */
export const refuseClosed = ({ facts }: Checks, { indicator, year }: Place): void => {
  const closed = closedOf(facts, indicator, year);
  if (closed !== null) throw new RowRefused(null, closed.sentence);
  if (facts.reviews.get(year)?.state !== 'in_clearance') return;
  const detail = `The review of FY ${year} is in clearance: a reviewer has to return it before anything changes.`;
  throw new RowRefused(null, detail);
};

const whatOf: Readonly<Record<ImportRecord['sheet'], string>> = {
  Values: 'Value',
  Targets: 'Target',
  Breakdowns: 'Part of a breakdown',
};

const refusedRow = (record: ImportRecord, { column, message }: RowRefused, place: Place | null): CheckedRow => ({
  record,
  place: null,
  plan: null,
  reason: null,
  finding: {
    sheet: record.sheet,
    row: record.row,
    column,
    indicator: place?.indicator.code ?? record.cells.indicator?.text.slice(0, 40) ?? null,
    year: place?.year ?? null,
    what: whatOf[record.sheet],
    outcome: 'refused',
    sentence: message,
    before: null,
    after: writtenIn(record, column),
  },
});

const checkOf = { Values: checkValue, Targets: checkTarget, Breakdowns: checkPart } as const;

const outcomeOf = ({ plan, note, before }: Found): ImportRow['outcome'] => {
  if (plan === null) return 'unchanged';
  if (note !== null) return 'warned';
  return before === null ? 'inserted' : 'changed';
};

/** Asks the rules about a row. */
export const checkedRow = (checks: Checks, record: ImportRecord, place: Place): CheckedRow => {
  let found: Found;
  try {
    found = checkOf[record.sheet](checks, record, place);
  } catch (error) {
    if (error instanceof RowRefused) return refusedRow(record, error, place);
    throw error;
  }
  const { plan, note, what, before, after } = found;
  const isTarget = record.sheet === 'Targets';
  return {
    record,
    place: isTarget ? place.target : place.value,
    plan,
    reason: isTarget ? textOf(record, 'reason', 300) : place.reason,
    finding: {
      sheet: record.sheet,
      row: record.row,
      column: null,
      indicator: place.indicator.code,
      year: place.year,
      what,
      outcome: outcomeOf(found),
      sentence: note === null ? found.sentence : `${found.sentence} ${note}`,
      before,
      after,
    },
  };
};

/** The version that a place of the file has now. */
export const versionAt = (facts: Pick<Facts, 'values' | 'targets'>, { kind, indicatorId, year }: RowPlace): number =>
  (kind === 'value' ? facts.values : facts.targets).get(placeOf(indicatorId, year))?.version ?? 0;

/** The places that somebody wrote to since the file was tried. */
const movedSince = (facts: Facts, seen: Readonly<Record<string, number>>) => {
  const known = new Map<RowPlace, boolean>();
  return (place: RowPlace): boolean => {
    const answer = known.get(place) ?? seen[placeKey(place)] !== versionAt(facts, place);
    known.set(place, answer);
    return answer;
  };
};

/** Says what becomes of the row at a position of the list, from 0. */
export type CheckRow = (position: number) => CheckedRow;

/**
 * Gets ready to check the rows of a file one by one: what each says is held against the others and against the facts.
 * `seen`: the versions at the time of the dry run; null: this is it.
 */
export const prepareChecks = async (
  queries: Queries,
  facts: Facts,
  actor: Actor,
  records: Listed<ImportRecord>,
  seen: Readonly<Record<string, number>> | null,
): Promise<CheckRow> => {
  const { at, repeats } = await gatherPlaces(queries, facts, records);
  const checks: Checks = { facts, results: workOut(facts), actor };
  const isMoved = seen === null ? () => false : movedSince(facts, seen);
  return (position) => {
    const [record, place] = [records.at(position), at[position]];
    if (place === undefined) throw new RangeError(`there is no row ${position}`);
    if (place instanceof RowRefused) return refusedRow(record, place, null);
    const other = repeats.get(position);
    if (other !== undefined) {
      const detail = `Row ${other} says the same thing: keep one of them.`;
      return refusedRow(record, new RowRefused('indicator', detail), place);
    }
    const row = checkedRow(checks, record, place);
    // a row whose place was changed since the file was tried is never written over it
    if (row.place === null || row.plan === null || !isMoved(row.place)) return row;
    return { ...row, plan: null, finding: { ...row.finding, outcome: 'conflict', sentence: conflictSentence } };
  };
};
