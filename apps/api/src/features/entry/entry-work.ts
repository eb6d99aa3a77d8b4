import type { Entry } from '@fbs/contract';
import { type EntryAction, isRefusal, nextEntryState, type RecordedState, type Year } from '@fbs/core';
import { type Queries, valueRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, type Indicator, loadFacts, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { coveredYear, entryFor, indicatorOf } from '../../results/present.ts';
import { type Results, workOut } from '../../results/results.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';

export type EntryPlace = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: Year;
  readonly ifMatch: string | undefined;
};

/** An indicator-year in the hands of one write. */
export type EntryWork = {
  readonly queries: Queries;
  readonly context: Context;
  readonly facts: Facts;
  readonly results: Results;
  readonly indicator: Indicator;
  readonly year: Year;
  readonly row: valueRepository.ValueRow | undefined;
  readonly at: string;
};

const reload = async (queries: Queries, context: Context, place: Omit<EntryPlace, 'ifMatch'>): Promise<Entry> => {
  const facts = await loadFacts(queries, place.strategy, momentOf(undefined, context.clock()));
  return entryFor(queries, workOut(facts), indicatorOf(facts, place.indicator), place.year, context);
};

/**
 * Runs one change of an indicator-year: loads it, checks the version, hands it over, answers how it stands after.
 * Who may do it is asked first, so that nobody learns the state of what they may not touch.
 * @throws DomainError stale, refused, not_found, precondition_required, and what the change throws
 */
export const changeEntry = (
  context: Context,
  place: EntryPlace,
  mayChange: (indicator: Indicator) => void,
  change: (work: EntryWork) => Promise<void>,
): Promise<Entry> =>
  context.database.write(async (queries) => {
    const facts = await loadFacts(queries, place.strategy, momentOf(undefined, context.clock()));
    const indicator = indicatorOf(facts, place.indicator);
    mayChange(indicator);
    const year = coveredYear(facts, place.year);
    const seen = versionSeen(place.ifMatch);
    const row = facts.values.get(placeOf(indicator.id, year));
    await checkVersion(seen, row?.version ?? 0, () => reload(queries, context, place));
    const closed = closedOf(facts, indicator, year);
    if (closed !== null) throw new DomainError('conflict', closed.sentence);
    if (indicator.definition.computed !== null) {
      throw new DomainError('refused', `${indicator.code} is computed from other figures; change those instead.`);
    }
    await change({ queries, context, facts, results: workOut(facts), indicator, year, row, at: context.clock() });
    return reload(queries, context, place);
  });

/** The state after an action. @throws DomainError conflict with the rule's own sentence */
export const nextState = ({ results, indicator, year }: EntryWork, action: EntryAction): RecordedState => {
  const next = nextEntryState(results.entry(indicator, year).state, action);
  if (isRefusal(next)) throw new DomainError('conflict', next.refused);
  return next;
};

/** Nothing enters or leaves a review while it is being cleared. */
export const refuseInClearance = ({ facts, year }: EntryWork): void => {
  if (facts.reviews.get(year)?.state === 'in_clearance') {
    throw new DomainError(
      'conflict',
      `The review of FY ${year} is in clearance; a reviewer has to return it before values change.`,
    );
  }
};

export type Change = Partial<Omit<valueRepository.ValueRow, 'version' | 'strategyId' | 'indicatorId' | 'year'>>;

const words: Readonly<Record<EntryAction, string>> = {
  entered: 'entered a value',
  corrected: 'corrected an approved value',
  marked_not_applicable: 'marked a value not applicable',
  submitted: 'submitted a value',
  returned: 'returned a value',
  approved: 'approved a value',
  explained: 'explained a deviation',
  published: 'loaded a published value',
  restated: 'restated a published value',
};

/** Adds the next vintage of the entry, with its trace. */
export const saveChange = async (
  { queries, context, facts, indicator, year, row, at }: EntryWork,
  action: EntryAction,
  change: Change,
  reason: string | null = null,
): Promise<void> => {
  const { version, ...before } = row ?? valueRepository.emptyValue;
  const after = {
    ...before,
    ...change,
    strategyId: facts.strategy.id,
    indicatorId: indicator.id,
    year,
    personId: context.actor.id,
    at,
  };
  await valueRepository.saveVintage(queries, version, { ...after, action, reason });
  await trace(queries, context, at, {
    action: words[action],
    kind: 'value',
    id: placeOf(indicator.id, year),
    strategy: facts.strategy.id,
    before: row ?? null,
    after: { ...after, reason },
  });
};
