import type { EntryRow } from '@fbs/contract';
import { type Decimal, type RatingResult, rate } from '@fbs/core';
import type { TargetFigure } from './figures.ts';

const absent = ['not_due', 'not_reported', 'not_applicable'] as const;

/** The rating that a figure would get, by the very rules with which the server rates it. */
export const previewRating = (
  row: EntryRow,
  threshold: Decimal,
  figure: { readonly value: Decimal | null; readonly target: TargetFigure },
): RatingResult => {
  const { entry, baseline } = row;
  const { target } = figure;
  const hasTarget = target.value !== null || (target.low !== null && target.high !== null);
  return rate({
    direction: row.direction,
    kind: row.kind,
    decimals: row.decimals,
    unit: row.unit,
    tolerance: row.tolerance,
    target: hasTarget ? target : null,
    value: figure.value,
    absent: absent.find((state) => state === entry.state),
    previous: entry.previous?.value ?? null,
    previousLabel: entry.previous?.label,
    baseline: baseline?.value ?? null,
    baselineLabel: baseline?.period,
    threshold,
    chosen: entry.chosenRating,
    isNew: entry.rating.reason === 'new_indicator',
    due: entry.due,
  });
};
