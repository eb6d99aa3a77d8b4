import { compareDecimals, type Decimal, formatFigure, isDecimal } from '@fbs/core';
import type { Queries } from '@fbs/db';
import { type ImportRecord, type ImportRecords, listed, type PlainText } from '@fbs/documents';
import type { Actor } from '../../context.ts';
import type { Facts } from '../../results/load-facts.ts';
import { workOut } from '../../results/results.ts';
import { checkedRow } from './check-rows.ts';
import { gatherPlaces, type Place } from './import-places.ts';
import { type CheckedRow, type RowPlace, RowRefused } from './import-rows.ts';

/** Rows that stand together and say the same but for their category and their figure. */
type Run = { readonly from: number; until: number; readonly first: ImportRecord };

/** A run whose first row was checked; what was found of it holds for all of its rows, but for what differs. */
export type AlikeRun = {
  readonly from: number;
  readonly until: number;
  readonly first: CheckedRow;
  readonly place: RowPlace;
  readonly dimension: string;
};

/** The rows of a file by runs, and what differs in them. */
export type AlikeRows = {
  readonly runs: readonly AlikeRun[];
  readonly categories: readonly string[];
  readonly values: readonly Decimal[];
  /** The figure of a run's row as it is shown. */
  readonly shown: (run: AlikeRun, position: number) => string;
};

/** So few rows to a run are as quick to check one by one. */
const fewestInRun = 20;

const needed = ['indicator', 'year', 'dimension', 'category', 'value'] as const;

/** Where the columns stand that rows differ in; null where one is missing. */
const columnsOf = ({ columns }: PlainText) => {
  const [indicator, year, dimension, category, value] = needed.map((name) => columns.indexOf(name)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (Math.min(indicator, year, dimension, category, value) < 0) return null;
  const others = columns.flatMap((name, at) => (needed.some((each) => each === name) ? [] : [at]));
  return { indicator, year, dimension, category, value, others };
};

/** Parts the rows into runs, and notes what differs in them; null where they say anything else besides. */
const findRuns = (records: ImportRecords, text: PlainText) => {
  const at = columnsOf(text);
  if (at === null) return null;
  const runs: Run[] = [];
  const categories: string[] = [];
  const values: string[] = [];
  let [indicator, year, dimension] = ['', '', ''];
  let run: Run | undefined;
  for (let position = 0; position < records.length; position += 1) {
    const row = text.at(position);
    for (const other of at.others) if (row[other] !== '') return null;
    if (
      run === undefined ||
      row[at.indicator] !== indicator ||
      row[at.year] !== year ||
      row[at.dimension] !== dimension
    ) {
      [indicator, year, dimension] = [row[at.indicator] ?? '', row[at.year] ?? '', row[at.dimension] ?? ''];
      categories.push(row[at.category] ?? '');
      values.push(row[at.value] ?? '');
      run = { from: position, until: position, first: records.at(position) };
      runs.push(run);
      if (runs.length * fewestInRun > records.length + fewestInRun * fewestInRun) return null;
    } else {
      categories.push(row[at.category] ?? '');
      values.push(row[at.value] ?? '');
    }
    run.until = position + 1;
  }
  return { runs, categories, values };
};

/** Gives each category once, in its own words; undefined: there is none of this name, or it was given already. */
type TakeCategory = (name: string) => string | undefined;

/** Most files keep the order of the definition, which says each once: what comes next in it need not be looked up. */
const takerOf = (categories: readonly string[]): TakeCategory => {
  const isTaken = new Uint8Array(categories.length);
  let places: ReadonlyMap<string, number> | null = null;
  let next = 0;
  const look = (name: string): number => {
    places ??= new Map(categories.map((each, at) => [each, at]));
    return places.get(name) ?? -1;
  };
  return (name) => {
    const at = categories[next] === name ? next : look(name);
    if (at < 0 || isTaken[at] === 1) return undefined;
    isTaken[at] = 1;
    next = at + 1;
    return categories[at];
  };
};

/** The categories of a place's dimension, whichever run names them. */
const categoryTakers = () => {
  const takers = new Map<Place, Map<string, TakeCategory>>();
  return (place: Place, dimension: string): TakeCategory => {
    const ofPlace = takers.get(place) ?? new Map<string, TakeCategory>();
    takers.set(place, ofPlace);
    const known = place.indicator.definition.disaggregations.find((each) => each.dimension === dimension);
    const take = ofPlace.get(dimension) ?? takerOf(known?.categories ?? []);
    ofPlace.set(dimension, take);
    return take;
  };
};

/** Whether new parts of a dimension need no look at anything but themselves, and the whole that they may not pass. */
const standAlone = ({ indicator, recorded }: Place, dimension: string): boolean =>
  (recorded.get(dimension)?.size ?? 0) === 0 &&
  !indicator.definition.disaggregations.some((each) => each.dimension === dimension && each.sumsToTotal);

/**
 * Checks a file of nothing but new parts of breakdowns run by run: the rules are asked about the first row of each, as
 * for any row, and the others only have to be like it, each with a category of its own and a plain figure. No object is
 * made for them: there may be very many. null: something else is said, and every row has to be asked about.
 */
export const checkAlike = async (
  queries: Queries,
  facts: Facts,
  actor: Actor,
  records: ImportRecords,
): Promise<AlikeRows | null> => {
  if (records.plain?.sheet !== 'Breakdowns') return null;
  const found = findRuns(records, records.plain.text);
  if (found === null) return null;
  const { categories, values } = found;
  const places = await gatherPlaces(queries, facts, listed(found.runs.map(({ first }) => first)));
  const checks = { facts, results: workOut(facts), actor };
  const takerAt = categoryTakers();
  const styles = new Map<AlikeRun, Place['indicator']['definition']>();
  const runs: AlikeRun[] = [];
  for (const [number, { from, until, first: record }] of found.runs.entries()) {
    const place = places.at[number];
    if (place === undefined || place instanceof RowRefused) return null;
    const first = checkedRow(checks, record, place);
    if (first.place === null || first.plan?.kind !== 'breakdown' || first.finding.outcome !== 'inserted') return null;
    const { dimension } = first.plan;
    if (!standAlone(place, dimension)) return null;
    const take = takerAt(place, dimension);
    const whole = place.row?.value ?? null;
    for (let position = from; position < until; position += 1) {
      const [category, value] = [take(categories[position] ?? ''), values[position] ?? ''];
      if (category === undefined || !isDecimal(value)) return null;
      if (whole !== null && compareDecimals(value, whole) > 0) return null;
      categories[position] = category;
    }
    const run = { from, until, first, place: first.place, dimension };
    styles.set(run, place.indicator.definition);
    runs.push(run);
  }
  const shown = (run: AlikeRun, position: number): string => {
    const style = styles.get(run);
    return style === undefined ? '' : formatFigure(values[position] ?? '', style);
  };
  return { runs, categories, values, shown };
};
