import type { Entry, RecordedTarget } from '@fbs/contract';
import { compareDecimals, type Decimal, parseDecimal, whyNoTarget, type Year } from '@fbs/core';
import { type Queries, targetRepository, valueRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, type Indicator, loadFacts, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { coveredYear, entryFor, indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';

export type SetTarget = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: Year;
  readonly ifMatch: string | undefined;
  readonly value?: string | null | undefined;
  readonly low?: string | null | undefined;
  readonly high?: string | null | undefined;
  readonly noTarget?: { readonly reason: string } | undefined;
  readonly takenBack?: { readonly reason: string } | undefined;
  readonly reason?: string | undefined;
};

type Figure = { readonly value: Decimal | null; readonly low: Decimal | null; readonly high: Decimal | null };

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

const figureFrom = (pointer: string, text: string | null | undefined, year: Year): Decimal => {
  const value = parseDecimal((text ?? '').trim());
  if (value === null) throw invalid(pointer, `Enter a number for the target of FY ${year}, for example 1234.5.`);
  return value;
};

const noFigure: Figure = { value: null, low: null, high: null };

const figureOf = (input: SetTarget, { definition, code }: Indicator): Figure => {
  const none = whyNoTarget(definition);
  if (none !== null) throw new DomainError('refused', `${code} ${none}`);
  if (input.noTarget !== undefined) {
    if (input.noTarget.reason.trim() === '') throw invalid('/noTarget/reason', 'Say why there is no target.');
    return noFigure;
  }
  if (input.takenBack !== undefined) return noFigure;
  if (definition.kind === 'milestone') {
    if (figureFrom('/value', input.value, input.year) === '1') return { ...noFigure, value: '1' };
    throw invalid('/value', `${code} is a milestone: its target is 1 (done) in the year that it is planned for.`);
  }
  if (definition.direction !== 'range') return { ...noFigure, value: figureFrom('/value', input.value, input.year) };
  const low = figureFrom('/low', input.low, input.year);
  const high = figureFrom('/high', input.high, input.year);
  if (compareDecimals(low, high) > 0)
    throw invalid('/high', 'The upper end of the range lies below its lower end: swap them.');
  return { value: null, low, high };
};

/** Known: a value of the year was entered, whatever became of it since, or is computed. */
const resultIsKnown = async (queries: Queries, facts: Facts, indicator: Indicator, year: Year): Promise<boolean> => {
  if (indicator.definition.computed !== null) return workOut(facts).reported(indicator, year) !== null;
  return (await valueRepository.listKnownResults(queries, [indicator.id], year)).has(indicator.id);
};

/** A figure, or the decision to have none. One that was taken back is neither. */
const isSet = (row: targetRepository.TargetRow | undefined): boolean =>
  row !== undefined && (row.value !== null || row.low !== null || row.noTargetReason !== null);

const checkTarget = async (
  queries: Queries,
  context: Context,
  facts: Facts,
  input: SetTarget,
  indicator: Indicator,
): Promise<{ readonly afterResult: boolean; readonly reason: string | null }> => {
  const before = facts.targets.get(placeOf(indicator.id, input.year));
  if (input.takenBack !== undefined && !isSet(before)) {
    throw new DomainError(
      'conflict',
      `No target of ${indicator.code} is set for FY ${input.year}: nothing to take back.`,
    );
  }
  const closed = closedOf(facts, indicator, input.year);
  if (closed !== null) throw new DomainError('conflict', closed.sentence);
  if (facts.reviews.get(input.year)?.state === 'in_clearance') {
    throw new DomainError(
      'conflict',
      `The review of FY ${input.year} is in clearance; a reviewer has to return it before targets change.`,
    );
  }
  const afterResult = await resultIsKnown(queries, facts, indicator, input.year);
  if (afterResult) allow(context.actor, 'revise targets after the result');
  const reason = (input.reason ?? input.noTarget?.reason ?? input.takenBack?.reason ?? '').trim();
  if ((before !== undefined || afterResult) && reason === '') {
    throw invalid(
      input.takenBack === undefined ? '/reason' : '/takenBack/reason',
      afterResult
        ? 'The result of this year is known already: say why its target changes now.'
        : `Say why the target is ${input.takenBack === undefined ? 'revised' : 'taken back'}.`,
    );
  }
  return { afterResult, reason: reason === '' ? null : reason };
};

const wordsOf = (input: SetTarget, before: unknown, afterResult: boolean): string => {
  if (before === undefined) return 'set a target';
  const done = input.takenBack === undefined ? 'revised a target' : 'took a target back';
  return afterResult ? `${done} after the result was known` : done;
};

const save = async (
  queries: Queries,
  context: Context,
  facts: Facts,
  input: SetTarget,
  indicator: Indicator,
): Promise<void> => {
  const place = placeOf(indicator.id, input.year);
  const before = facts.targets.get(place);
  const figure = figureOf(input, indicator);
  const { afterResult, reason } = await checkTarget(queries, context, facts, input, indicator);
  const at = context.clock();
  const vintage = {
    strategyId: facts.strategy.id,
    indicatorId: indicator.id,
    year: input.year,
    ...figure,
    noTargetReason: input.noTarget === undefined ? null : input.noTarget.reason.trim(),
    reason,
    afterResult,
    personId: context.actor.id,
    at,
  };
  await targetRepository.saveTargetVintage(queries, before, vintage);
  await trace(queries, context, at, {
    action: wordsOf(input, before, afterResult),
    kind: 'target',
    id: place,
    strategy: facts.strategy.id,
    before: before ?? null,
    after: vintage,
  });
};

/** How a target stands, with who set it so and when: both stand beside each other where two people changed it. */
const standingNow = async (
  queries: Queries,
  facts: Facts,
  indicator: Indicator,
  year: Year,
): Promise<RecordedTarget> => {
  const place = { indicatorId: indicator.id, year };
  const [latest] = await targetRepository.listTargetVintages(queries, facts.strategy.id, null, place);
  const recorded = latest === undefined ? null : { person: latest.person, at: latest.at };
  return { ...workOut(facts).entry(indicator, year).target, recorded };
};

/**
 * Sets, revises or takes back a target; every version stays. After a value of the year is known, only a reviewer may.
 * @throws DomainError invalid, refused, stale, not_allowed
 */
export const setTarget = (context: Context, input: SetTarget): Promise<Entry> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'set targets');
    const facts = await loadFacts(queries, input.strategy, momentOf(undefined, context.clock()));
    const indicator = indicatorOf(facts, input.indicator);
    const year = coveredYear(facts, input.year);
    const seen = versionSeen(input.ifMatch);
    const version = facts.targets.get(placeOf(indicator.id, year))?.version ?? 0;
    await checkVersion(seen, version, () => standingNow(queries, facts, indicator, year));
    await save(queries, context, facts, input, indicator);
    const after = await loadFacts(queries, input.strategy, momentOf(undefined, context.clock()));
    return entryFor(queries, workOut(after), indicator, year, context);
  });
