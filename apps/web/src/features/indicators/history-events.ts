import { entryActionLabels, verificationLabels } from '@fbs/core';
import { type FigureStyle, formatChange, formatFigure, formatTarget } from '../../lib/figure.ts';
import { formatDay } from '../../lib/format.ts';
import type { History } from './indicator-queries.ts';

/** One thing that happened to a year's value or target. */
export type HistoryEvent = {
  readonly key: string;
  /** What stands bold: the figure, where the event has one. */
  readonly figure: string | null;
  readonly words: string;
  readonly details: readonly string[];
  readonly person: string;
  readonly at: string;
  readonly illustrative: boolean;
};

type Vintage = History['vintages'][number];
type TargetVintage = History['targets'][number];

const isZero = (decimal: string): boolean => /^-?0+(\.0+)?$/.test(decimal);

const sourceWords = ({ source, verification }: Vintage): string | null => {
  if (source === null) return null;
  return verification === null
    ? `Source: ${source}`
    : `Source: ${source} (${verificationLabels[verification].toLowerCase()})`;
};

const valueEvent = (vintage: Vintage, style: FigureStyle): HistoryEvent => {
  const changed = vintage.difference !== null && !isZero(vintage.difference);
  const action = entryActionLabels[vintage.action].toLowerCase();
  return {
    key: `value ${vintage.number}`,
    figure: vintage.value === null ? null : formatFigure(vintage.value, style),
    words: vintage.withheld ? 'A draft that you may not see' : action,
    details: [
      changed ? `${formatChange(vintage.difference ?? '0', style)} against the version before` : null,
      vintage.reason,
      vintage.measuredOn ? `Measured on ${formatDay(vintage.measuredOn)}` : null,
      sourceWords(vintage),
    ].filter((each) => each !== null),
    person: vintage.person,
    at: vintage.at,
    illustrative: vintage.illustrative && vintage.value !== null,
  };
};

const targetWords = (target: TargetVintage, before: TargetVintage | undefined, style: FigureStyle): string => {
  const figure = formatTarget(target, style);
  if (figure === null) return target.noTargetReason === null ? 'Target taken back' : 'No target set, on purpose';
  const earlier = before === undefined ? null : formatTarget(before, style);
  return earlier === null ? `Target set to ${figure}` : `Target revised from ${earlier} to ${figure}`;
};

const targetEvent = (target: TargetVintage, all: readonly TargetVintage[], style: FigureStyle): HistoryEvent => ({
  key: `target ${target.number}`,
  figure: null,
  words: targetWords(
    target,
    all.find((each) => each.number === target.number - 1),
    style,
  ),
  details: [
    target.afterResult ? 'Revised after the result was known' : null,
    target.noTargetReason,
    target.reason,
  ].filter((each) => each !== null),
  person: target.person,
  at: target.at,
  illustrative: target.illustrative,
});

/** Everything that happened to a year, newest first: values and targets in one line of time. */
export const historyEvents = ({ vintages, targets }: History, style: FigureStyle): HistoryEvent[] =>
  [
    ...vintages.map((vintage) => valueEvent(vintage, style)),
    ...targets.map((target) => targetEvent(target, targets, style)),
  ].sort((a, b) => b.at.localeCompare(a.at));
