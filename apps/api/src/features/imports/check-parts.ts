import { formatFigure } from '@fbs/core';
import type { ImportRecord } from '@fbs/documents';
import { askOnce, type Checks, type Found } from './check-rows.ts';
import { checkCorrection, checkState, refuseStrangers } from './check-values.ts';
import type { Place } from './import-places.ts';
import { RowRefused } from './import-rows.ts';
import { figureIn, textOf } from './read-cells.ts';

const mostNamed = 10;

type Dimension = { readonly categories: ReadonlySet<string>; readonly names: string };

const dimensionsOf = ({ indicator }: Place): ReadonlyMap<string, Dimension> =>
  new Map(
    indicator.definition.disaggregations.map(({ dimension, categories }) => {
      const names = categories.slice(0, mostNamed).join(', ') + (categories.length > mostNamed ? ' and others' : '');
      return [dimension, { categories: new Set(categories), names }] as const;
    }),
  );

/** Which part of which breakdown. @throws RowRefused */
const partIn = (record: ImportRecord, place: Place): { readonly dimension: string; readonly category: string } => {
  const [dimension, category] = [textOf(record, 'dimension', 80) ?? '', textOf(record, 'category', 120) ?? ''];
  const known = askOnce(place, 'dimensions', () => dimensionsOf(place)).get(dimension);
  if (known === undefined) {
    throw new RowRefused('dimension', `${place.indicator.code} has no breakdown by "${dimension}".`);
  }
  if (known.categories.has(category)) return { dimension, category };
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
    note: note ?? state.note,
    plan: { kind: 'breakdown', dimension, category, value },
    sentence: recorded === undefined ? 'A new part of the breakdown.' : 'A part of the breakdown changes.',
  };
};
