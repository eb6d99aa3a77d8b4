import { compareDecimals, formatFigure, permits, refusalSentence, whyNoTarget } from '@fbs/core';
import type { targetRepository } from '@fbs/db';
import type { ImportRecord } from '@fbs/documents';
import type { Indicator } from '../../results/load-facts.ts';
import { type Checks, type Found, refuseClosed } from './check-rows.ts';
import type { Place } from './import-places.ts';
import { type Plan, RowRefused } from './import-rows.ts';
import { figureIn, textOf } from './read-cells.ts';

type Figure = Extract<Plan, { kind: 'target' }>['figure'];

const nothing = { value: null, low: null, high: null } as const;

/** What the cells of a row say of a target; null where they say nothing. */
const figureFrom = (record: ImportRecord, indicator: Indicator): { figure: Figure; note: string | null } | null => {
  const { definition, code } = indicator;
  if (definition.direction === 'range' && definition.kind !== 'milestone' && definition.kind !== 'narrative') {
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
  const none = whyNoTarget(definition);
  if (none !== null) throw new RowRefused('target', `${code} ${none}`);
  if (definition.kind === 'milestone' && value !== '1') {
    throw new RowRefused(
      'target',
      `${code} is a milestone: its target is 1 (done) in the year that it is planned for.`,
    );
  }
  return { figure: { ...nothing, value }, note };
};

type Said = { readonly figure: Figure; readonly note: string | null; readonly noTargetReason: string | null };

/** What the row says: a target, or that there is none on purpose; null where it says neither. */
const saidOf = (record: ImportRecord, indicator: Indicator): Said | null => {
  const reason = textOf(record, 'no target', 400);
  const said = figureFrom(record, indicator);
  if (reason === null) return said === null ? null : { ...said, noTargetReason: null };
  if (said !== null) throw new RowRefused('no target', 'Write a target, or why there is none: not both.');
  const none = whyNoTarget(indicator.definition);
  if (none !== null) throw new RowRefused('no target', `${indicator.code} ${none}`);
  return { figure: nothing, note: null, noTargetReason: reason };
};

const same = (row: targetRepository.TargetRow, { figure, noTargetReason }: Said): boolean =>
  row.value === figure.value &&
  row.low === figure.low &&
  row.high === figure.high &&
  (row.noTargetReason?.trim() ?? null) === noTargetReason;

type Shown = Figure & { readonly noTargetReason: string | null };

const shown = ({ definition }: Indicator, { value, low, high, noTargetReason }: Shown): string | null => {
  if (noTargetReason !== null) return 'No target';
  if (value !== null) return formatFigure(value, definition);
  return low === null || high === null ? null : `${formatFigure(low, definition)} to ${formatFigure(high, definition)}`;
};

const isKnown = ({ results }: Checks, { indicator, year, resultKnown }: Place): boolean =>
  indicator.definition.computed === null ? resultKnown : results.reported(indicator, year) !== null;

/** What a row of targets would do. @throws RowRefused */
export const checkTarget = (checks: Checks, record: ImportRecord, place: Place): Found => {
  const { facts, actor } = checks;
  const { indicator, key } = place;
  if (!permits(actor, 'set targets')) throw new RowRefused(null, refusalSentence('set targets', actor));
  const row = facts.targets.get(key);
  const before = row === undefined ? null : shown(indicator, row);
  const said = saidOf(record, indicator);
  if (said === null)
    return { what: 'Target', before, after: null, plan: null, note: null, sentence: 'No target given.' };
  const after = shown(indicator, { ...said.figure, noTargetReason: said.noTargetReason });
  const found = { what: 'Target', before, after, note: said.note };
  if (row !== undefined && same(row, said)) return { ...found, plan: null, sentence: 'Recorded already.' };
  refuseClosed(checks, place);
  const afterResult = isKnown(checks, place);
  if (afterResult && !permits(actor, 'revise targets after the result')) {
    throw new RowRefused('target', refusalSentence('revise targets after the result', actor));
  }
  const why = textOf(record, 'reason', 300) ?? said.noTargetReason;
  if ((row !== undefined || afterResult) && why === null) {
    const known = afterResult ? 'The result of this year is known already' : `The target is ${before ?? 'set already'}`;
    throw new RowRefused('reason', `${known}: write in the column "reason" why it changes.`);
  }
  const sentence = row === undefined ? 'A new target.' : 'The target is revised.';
  const { figure, noTargetReason } = said;
  return { ...found, plan: { kind: 'target', figure, noTargetReason, afterResult }, sentence };
};
