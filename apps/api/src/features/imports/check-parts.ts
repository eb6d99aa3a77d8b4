import { type BreakdownRow, checkBreakdown, checkTotals, formatFigure, totalsOf } from '@fbs/core';
import type { ImportRecord } from '@fbs/documents';
import { askOnce, type Checks, type Found } from './check-rows.ts';
import { checkCorrection, checkState, refuseStrangers } from './check-values.ts';
import type { Place } from './import-places.ts';
import { RowRefused } from './import-rows.ts';
import { figureIn, textOf } from './read-cells.ts';

const mostNamed = 10;

/** Each category by its own name: rows share the words of the definition instead of keeping theirs. */
type Dimension = { readonly categories: ReadonlyMap<string, string>; readonly names: string };

const dimensionsOf = ({ indicator }: Place): ReadonlyMap<string, Dimension> =>
  new Map(
    indicator.definition.disaggregations.map(({ dimension, categories }) => {
      const names = categories.slice(0, mostNamed).join(', ') + (categories.length > mostNamed ? ' and others' : '');
      return [dimension, { categories: new Map(categories.map((each) => [each, each])), names }] as const;
    }),
  );

/** Which part of which breakdown. @throws RowRefused */
const partIn = (record: ImportRecord, place: Place): { readonly dimension: string; readonly category: string } => {
  const [dimension, category] = [textOf(record, 'dimension', 80) ?? '', textOf(record, 'category', 120) ?? ''];
  const known = askOnce(place, 'dimensions', () => dimensionsOf(place)).get(dimension);
  if (known === undefined) {
    throw new RowRefused('dimension', `${place.indicator.code} has no breakdown by "${dimension}".`);
  }
  const same = known.categories.get(category);
  if (same !== undefined) return { dimension, category: same };
  const detail = `"${category}" is not a category of ${dimension}: use one of ${known.names}.`;
  throw new RowRefused('category', detail);
};

/** Whether the parts of a place may change now, with what to look at. @throws RowRefused */
const checkPlace = (checks: Checks, place: Place): { readonly note: string | null } => {
  if (place.notApplicableRow !== null) {
    const detail = `Row ${place.notApplicableRow} of the values marks this not applicable: then it has no parts.`;
    throw new RowRefused('value', detail);
  }
  const state = checkState(checks, place, 'entered');
  if (state.approved) checkCorrection(checks, place, {});
  return state;
};

const wholeOf = ({ saidValue, row }: Place) => saidValue ?? row?.value ?? null;

/** By dimension: why its parts, those of the file among those recorded, do not add up to the value. */
const wrongSums = (place: Place): ReadonlyMap<string, string> => {
  const summed = place.indicator.definition.disaggregations.filter(({ sumsToTotal }) => sumsToTotal);
  const rows = summed.flatMap(({ dimension, categories }) => {
    const known = new Set(categories);
    const said = [...(place.said.get(dimension) ?? [])].filter(([category]) => known.has(category));
    const parts = new Map([...(place.recorded.get(dimension) ?? []), ...said]);
    return [...parts].map(([category, value]) => ({ dimension, category, value }));
  });
  // the last that is said of a dimension is its sum
  const findings = checkTotals(wholeOf(place), summed, totalsOf(rows));
  return new Map(findings.map(({ dimension, sentence }) => [dimension, sentence]));
};

/** What is worth a second look at a part, as the grid says it. */
const doubtAbout = (place: Place, part: BreakdownRow): string | null => {
  const whole = wholeOf(place);
  if (whole === null) return null;
  const { dimension, category } = part;
  const alone = { dimension, categories: [category], sumsToTotal: false };
  const doubt =
    askOnce(place, 'sums', () => wrongSums(place)).get(dimension) ??
    checkBreakdown(whole, [alone], [part])[0]?.sentence;
  return doubt === undefined ? null : `Look once more: ${doubt}`;
};

/** What a row of a breakdown would do. @throws RowRefused */
export const checkPart = (checks: Checks, record: ImportRecord, place: Place): Found => {
  askOnce(place, 'who may enter', () => refuseStrangers(checks, place));
  const { dimension, category } = partIn(record, place);
  const { value, note } = figureIn(record, 'value', place.indicator);
  const recorded = place.recorded.get(dimension)?.get(category);
  const { definition } = place.indicator;
  const before = recorded === undefined ? null : formatFigure(recorded, definition);
  if (value === null) {
    return { what: null, before, after: null, note: null, plan: null, sentence: note ?? 'No value given.' };
  }
  const after = formatFigure(value, definition);
  if (value === recorded) {
    return { what: null, before, after, note: null, plan: null, sentence: 'Recorded already.' };
  }
  const state = askOnce(place, 'a part', () => checkPlace(checks, place));
  return {
    what: null,
    before,
    after,
    note: note ?? state.note ?? doubtAbout(place, { dimension, category, value }),
    plan: { kind: 'breakdown', dimension, category, value },
    sentence: recorded === undefined ? 'A new part of the breakdown.' : 'A part of the breakdown changes.',
  };
};
