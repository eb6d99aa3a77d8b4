import { compareDecimals, formatFigure, permits, refusalSentence } from '@fbs/core';
import type { ImportRecord } from '@fbs/documents';
import { type Indicator, placeOf } from '../../results/load-facts.ts';
import type { Checks, Found } from './check-rows.ts';
import { type Plan, RowRefused } from './import-rows.ts';
import { figureIn, textOf } from './read-cells.ts';

type Figure = Extract<Plan, { kind: 'target' }>['figure'];

const nothing = { value: null, low: null, high: null } as const;

/** What the cells of a row say of a target; null where they say nothing. */
const figureFrom = (record: ImportRecord, indicator: Indicator): { figure: Figure; note: string | null } | null => {
  const { definition, code } = indicator;
  if (definition.direction === 'range') {
    const [low, high] = [figureIn(record, 'low', indicator), figureIn(record, 'high', indicator)];
    if (low.value === null && high.value === null) return null;
    if (low.value === null || high.value === null) {
      throw new RowRefused('low', `${code} is held within a range: write both "low" and "high".`);
    }
    if (compareDecimals(low.value, high.value) > 0) {
      throw new RowRefused('high', 'The upper end of the range lies below its lower end: swap them.');
    }
    return { figure: { value: null, low: low.value, high: high.value }, note: low.note ?? high.note };
  }
  const { value, note } = figureIn(record, 'target', indicator);
  if (value === null) return null;
  if (definition.direction === 'monitor')
    throw new RowRefused('target', `${code} is monitored only: it has no target.`);
  if (definition.kind === 'milestone' && value !== '1') {
    throw new RowRefused(
      'target',
      `${code} is a milestone: its target is 1 (done) in the year that it is planned for.`,
    );
  }
  return { figure: { ...nothing, value }, note };
};

const same = (a: Figure, b: Figure): boolean => a.value === b.value && a.low === b.low && a.high === b.high;

const shown = ({ definition }: Indicator, { value, low, high }: Figure): string | null => {
  if (value !== null) return formatFigure(value, definition);
  return low === null || high === null ? null : `${formatFigure(low, definition)} to ${formatFigure(high, definition)}`;
};

/** What a row of targets would do. @throws RowRefused */
export const checkTarget = (checks: Checks, record: ImportRecord, indicator: Indicator, year: number): Found => {
  const { facts, actor } = checks;
  if (!permits(actor, 'set targets')) throw new RowRefused(null, refusalSentence('set targets', actor));
  const row = facts.targets.get(placeOf(indicator.id, year));
  const before = row === undefined ? null : shown(indicator, row);
  const said = figureFrom(record, indicator);
  if (said === null)
    return { what: 'Target', before, after: null, plan: null, note: null, sentence: 'No target given.' };
  const after = shown(indicator, said.figure);
  const found = { what: 'Target', before, after, note: said.note };
  if (row !== undefined && same(row, said.figure)) return { ...found, plan: null, sentence: 'Recorded already.' };
  checks.refuseClosed(indicator, year);
  const afterResult = checks.resultKnown(indicator, year);
  if (afterResult && !permits(actor, 'revise targets after the result')) {
    throw new RowRefused('target', refusalSentence('revise targets after the result', actor));
  }
  if ((row !== undefined || afterResult) && textOf(record, 'reason', 300) === null) {
    const why = afterResult ? 'The result of this year is known already' : `The target is ${before ?? 'set already'}`;
    throw new RowRefused('reason', `${why}: write in the column "reason" why it changes.`);
  }
  const sentence = row === undefined ? 'A new target.' : 'The target is revised.';
  return { ...found, plan: { kind: 'target', figure: said.figure, afterResult }, sentence };
};
