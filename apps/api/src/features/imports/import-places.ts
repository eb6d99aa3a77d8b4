import type { BreakdownTotal, Decimal, Year } from '@fbs/core';
import { breakdownRepository, type Queries, valueRepository } from '@fbs/db';
import type { ImportRecord, Listed } from '@fbs/documents';
import { type Facts, type Indicator, placeOf } from '../../results/load-facts.ts';
import { type RowPlace, RowRefused, refusedOr } from './import-rows.ts';
import { figureIn, indicatorIn, indicatorsByCode, textOf, yearIn } from './read-cells.ts';

type ByPart<T> = Map<string, Map<string, T>>;

/** An indicator in a year, with what the rows of a file say of it. One for all of its rows: there may be very many. */
export type Place = {
  readonly indicator: Indicator;
  readonly year: Year;
  /** As facts know it. */
  readonly key: string;
  readonly value: RowPlace;
  readonly target: RowPlace;
  readonly row: valueRepository.ValueRow | undefined;
  /** Why its values are corrected, where any row of it says so. */
  reason: string | null;
  /** The number of the row that marks it not applicable. */
  notApplicableRow: number | null;
  resultKnown: boolean;
  /** What is recorded of the parts of its value. */
  readonly recorded: ByPart<Decimal>;
  /** What the file says of the parts, and of the value that they are parts of; only what can be read. */
  readonly said: ByPart<Decimal>;
  saidValue: Decimal | null;
  /** What is recorded of its breakdown, where the file changes the value and says nothing of the parts. */
  totals: readonly BreakdownTotal[];
  /** What the rules answered for it: they are asked once. */
  readonly answers: Map<string, unknown>;
};

/** The places of a file, by the position of its rows, and the rows that say the same thing as another. */
export type Places = {
  readonly at: readonly (Place | RowRefused)[];
  /** By position: the number of the other row. */
  readonly repeats: ReadonlyMap<number, number>;
};

const newPlace = (facts: Facts, indicator: Indicator, year: Year): Place => {
  const key = placeOf(indicator.id, year);
  return {
    indicator,
    year,
    key,
    value: { kind: 'value', indicatorId: indicator.id, year },
    target: { kind: 'target', indicatorId: indicator.id, year },
    row: facts.values.get(key),
    reason: null,
    notApplicableRow: null,
    resultKnown: false,
    recorded: new Map(),
    said: new Map(),
    saidValue: null,
    totals: [],
    answers: new Map(),
  };
};

/** Finds the place of a row; rows with the same words in the same cells get the same one, unread. */
const finder = (facts: Facts) => {
  const codes = indicatorsByCode(facts);
  const byKey = new Map<string, Place>();
  const byWords: ByPart<Place | RowRefused> = new Map();
  const find = (record: ImportRecord): Place | RowRefused =>
    refusedOr(() => {
      const [indicator, year] = [indicatorIn(codes, record), yearIn(facts, record)];
      const key = placeOf(indicator.id, year);
      const place = byKey.get(key) ?? newPlace(facts, indicator, year);
      byKey.set(key, place);
      return place;
    });
  const look = (record: ImportRecord): Place | RowRefused => {
    const { indicator, year } = record.cells;
    // a day is no year, whatever its text
    if (indicator === undefined || year === undefined || year.kind === 'date') return find(record);
    const years = innerOf(byWords, indicator.text);
    const known = years.get(year.text);
    if (known !== undefined) return known;
    const found = find(record);
    years.set(year.text, found);
    return found;
  };
  // most rows are about the place of the row before, and share its cells
  let last: { readonly cells: ImportRecord['cells']; readonly place: Place | RowRefused } | null = null;
  const at = (record: ImportRecord): Place | RowRefused => {
    const { indicator, year } = record.cells;
    if (last !== null && indicator === last.cells.indicator && year === last.cells.year) return last.place;
    last = { cells: record.cells, place: look(record) };
    return last.place;
  };
  return { at };
};

const innerOf = <T>(map: ByPart<T>, key: string): Map<string, T> => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, T>();
  map.set(key, fresh);
  return fresh;
};

const trimmed = (record: ImportRecord, column: 'dimension' | 'category'): string =>
  record.cells[column]?.text.trim() ?? '';

/** Notices what is said twice: two rows of a sheet about the same place, or the same part of it. */
const repeatFinder = (records: Listed<ImportRecord>) => {
  const said = new Map<Place, ByPart<number>>();
  const repeats = new Map<number, number>();
  const partsOf = (place: Place, record: ImportRecord): Map<string, number> => {
    const ofPlace = said.get(place) ?? new Map<string, Map<string, number>>();
    said.set(place, ofPlace);
    return innerOf(ofPlace, record.sheet === 'Breakdowns' ? ` ${trimmed(record, 'dimension')}` : record.sheet);
  };
  const add = (place: Place, record: ImportRecord, position: number): void => {
    const parts = partsOf(place, record);
    const category = record.sheet === 'Breakdowns' ? trimmed(record, 'category') : '';
    const before = parts.get(category);
    if (before === undefined) {
      parts.set(category, position);
      return;
    }
    repeats.set(position, records.at(before).row);
    if (!repeats.has(before)) repeats.set(before, record.row);
  };
  return { add, repeats };
};

const noteOf = (place: Place, record: ImportRecord): void => {
  if (record.sheet === 'Targets') return;
  if (record.cells.reason !== undefined) {
    const reason = refusedOr(() => textOf(record, 'reason', 300));
    if (typeof reason === 'string') place.reason = reason;
  }
  if (record.sheet === 'Values' && record.cells['not applicable'] !== undefined) place.notApplicableRow = record.row;
};

const isSummed = ({ indicator }: Place, record: ImportRecord): boolean => {
  const dimension = trimmed(record, 'dimension');
  return indicator.definition.disaggregations.some((each) => each.sumsToTotal && each.dimension === dimension);
};

/** Parts that make up a whole are held against the one that the file makes of them, wherever in it the other rows stand. */
const noteFigure = (place: Place, record: ImportRecord): void => {
  if (record.sheet === 'Targets' || (record.sheet === 'Breakdowns' && !isSummed(place, record))) return;
  const read = refusedOr(() => figureIn(record, 'value', place.indicator));
  if (read instanceof RowRefused || read.value === null) return;
  if (record.sheet === 'Values') place.saidValue = read.value;
  else innerOf(place.said, trimmed(record, 'dimension')).set(trimmed(record, 'category'), read.value);
};

/** The years of indicators whose result was entered at any time, for the targets of a file. */
const loadKnownResults = async (queries: Queries, places: ReadonlySet<Place>): Promise<void> => {
  for (const year of new Set([...places].map((each) => each.year))) {
    const there = new Map([...places].filter((each) => each.year === year).map((each) => [each.indicator.id, each]));
    for (const id of await valueRepository.listKnownResults(queries, [...there.keys()], year)) {
      const place = there.get(id);
      if (place !== undefined) place.resultKnown = true;
    }
  }
};

/** What is recorded of the breakdowns that the file is about. */
const loadParts = async (queries: Queries, places: ReadonlySet<Place>): Promise<void> => {
  for (const { row, recorded } of places) {
    const id = row?.breakdownId ?? null;
    if (id === null) continue;
    const parts = (await breakdownRepository.listBreakdownRows(queries, [id])).get(id) ?? [];
    for (const { dimension, category, value } of parts) innerOf(recorded, dimension).set(category, value);
  }
};

/** What is known of the breakdowns of values that a file changes: by their totals, however large they are. */
const loadTotals = async (queries: Queries, places: ReadonlySet<Place>): Promise<void> => {
  const ids = [...places].flatMap(({ row }) => row?.breakdownId ?? []);
  const totals = await breakdownRepository.listTotals(queries, ids);
  for (const place of places) place.totals = totals.get(place.row?.breakdownId ?? '') ?? [];
};

/** Reads what the rows of a file are about, and what has to be known of it. */
export const gatherPlaces = async (queries: Queries, facts: Facts, records: Listed<ImportRecord>): Promise<Places> => {
  const find = finder(facts);
  const { add, repeats } = repeatFinder(records);
  const withTargets = new Set<Place>();
  const withParts = new Set<Place>();
  const withValues = new Set<Place>();
  const at: (Place | RowRefused)[] = [];
  for (let position = 0; position < records.length; position += 1) {
    const record = records.at(position);
    const place = find.at(record);
    at.push(place);
    if (place instanceof RowRefused) continue;
    add(place, record, position);
    noteOf(place, record);
    noteFigure(place, record);
    if (record.sheet === 'Targets') withTargets.add(place);
    if (record.sheet === 'Breakdowns') withParts.add(place);
    if (record.sheet === 'Values') withValues.add(place);
  }
  await loadKnownResults(queries, withTargets);
  await loadParts(queries, withParts);
  await loadTotals(queries, new Set([...withValues].filter((place) => !withParts.has(place))));
  return { at, repeats };
};
