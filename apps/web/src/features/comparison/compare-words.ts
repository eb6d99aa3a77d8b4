import type { MeasuredPart, SideChange } from '@fbs/core';
import { type FigureStyle, formatFigure, formatTarget } from '../../lib/figure.ts';
import { formatDay, formatYear } from '../../lib/format.ts';
import type { ComparedEntry, ComparedIndicator, Comparison } from './comparison-queries.ts';

/** What the rows themselves do not say: a figure that is only on one side is seen there. */
export const changeLabels: Readonly<Partial<Record<SideChange, string>>> = {
  rating_rose: 'Rating rose',
  rating_fell: 'Rating fell',
  newly_rated: 'Newly rated',
  no_longer_rated: 'No longer rated',
  newly_reported: 'Newly reported',
  no_longer_reported: 'Taken back',
  added: 'Added',
  retired: 'Retired',
};

const yearLabels: typeof changeLabels = {
  newly_rated: 'Not rated before',
  no_longer_rated: 'Not rated now',
  newly_reported: 'Not reported before',
  no_longer_reported: 'Not reported now',
};

/** Of two years the later one may simply not be due yet: nothing was taken back there. */
export const labelOf = (change: SideChange, kind: Comparison['kind']): string | undefined =>
  (kind === 'years' ? yearLabels[change] : undefined) ?? changeLabels[change];

const partLabels: Readonly<Record<MeasuredPart, string>> = {
  definition: 'what counts',
  unit: 'unit',
  kind: 'kind',
  direction: 'direction',
  tolerance: 'tolerance',
  accumulation: 'accumulation',
  cumulativeSince: 'the day it counts from',
  periodBasis: 'period',
  role: 'role',
  disaggregations: 'breakdown',
  computed: 'formula',
  baseline: 'baseline',
};

export const partWords = (parts: readonly MeasuredPart[]): string => parts.map((part) => partLabels[part]).join(', ');

type Side = { readonly year: number; readonly asOf: string | null | undefined };

/** "FY 2021"; over two days "As of June 30, 2021", "As of today". */
export const sideLabel = (kind: Comparison['kind'], { year, asOf }: Side): string => {
  if (kind === 'years') return formatYear(year);
  return asOf == null ? 'As of today' : `As of ${formatDay(asOf)}`;
};

/** "FY 2020 and FY 2021", "FY 2021 as of June 30, 2021 and as of today". */
export const comparedWords = (kind: Comparison['kind'], from: Side, to: Side): string => {
  const [first, second] = [sideLabel(kind, from), sideLabel(kind, to)];
  if (kind === 'years') return `${first} and ${second}`;
  return `${formatYear(to.year)} ${first.replace('As', 'as')} and ${second.replace('As', 'as')}`;
};

export const styleOf = ({ kind, decimals, unit, computed }: ComparedIndicator): FigureStyle => ({
  kind,
  decimals,
  unit,
  computed,
});

/** The figure of a side; null where it has none. */
export const figureOf = (entry: ComparedEntry, style: FigureStyle): string | null => {
  if (entry.value !== null) return formatFigure(entry.value, style);
  return entry.text === null ? null : 'In words';
};

type TargetFigure = ComparedIndicator['revisions'][number]['after'];

/** "target 9,000", "no target". */
export const targetWords = (target: TargetFigure | null, style: FigureStyle): string => {
  const figure = target && formatTarget(target, style);
  return figure === null ? 'no target' : `target ${figure}`;
};

/** "from 12 to 10", and plainly where one of them was none. */
export const revisedWords = (before: TargetFigure, after: TargetFigure, style: FigureStyle): string => {
  const [from, to] = [before, after].map((target) => formatTarget(target, style) ?? 'none');
  return `from ${from} to ${to}`;
};
