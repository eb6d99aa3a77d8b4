import type { BreakdownRow, Decimal, EntryAction, Instant, Verification, Year } from '@fbs/core';
import { compareDecimals } from '@fbs/core';
import type { valueVintages } from '../schema/values.ts';
import { indicatorIdOf, placeOf, strategyId } from './places.ts';

/** Something that happened to an indicator-year. What an event leaves out stays as it was. */
export type ValueEvent = {
  readonly code: string;
  readonly year: Year;
  readonly at: Instant;
  readonly personId: string;
  readonly action: Exclude<EntryAction, 'restated'>;
  readonly value?: Decimal | null;
  readonly source?: string | null;
  readonly verification?: Verification;
  readonly explanation?: string | null;
  readonly measuredOn?: string | null;
  /** Of a correction, a return, a year that is not applicable. */
  readonly reason?: string | null;
  readonly breakdown?: readonly BreakdownRow[];
};

export type Vintage = typeof valueVintages.$inferInsert;
export type VintageWithBreakdown = { readonly vintage: Vintage; readonly breakdown: readonly BreakdownRow[] | null };

const blank = (event: ValueEvent) => ({
  strategyId,
  indicatorId: indicatorIdOf(event.code),
  year: event.year,
  illustrative: 1,
  restated: 0,
});

const enteredFigure = (before: Vintage | undefined, event: ValueEvent, breakdownId: string | null) => {
  const isSameValue = before?.value === event.value;
  return {
    value: event.value ?? null,
    source: event.source ?? before?.source ?? null,
    explanation: event.explanation ?? before?.explanation ?? null,
    measuredOn: event.measuredOn ?? before?.measuredOn ?? null,
    breakdownId: breakdownId ?? (isSameValue ? (before?.breakdownId ?? null) : null),
    verification: null,
    notApplicableReason: null,
    returnNote: null,
    illustrative: 1,
  };
};

/** A published figure takes the place of whatever stood there; the explanation of the earlier one stays with it. */
const publishedFigure = (before: Vintage | undefined, event: ValueEvent, breakdownId: string | null) => {
  const { value = null, source = null, verification = null } = event;
  const hasEarlier = before?.state === 'approved' && before.value != null;
  const isRestated = hasEarlier && value !== null && compareDecimals(before.value ?? '0', value) !== 0;
  return {
    action: isRestated ? 'restated' : 'published',
    reason: isRestated ? `Restated in ${source}` : null,
    state: 'approved',
    value,
    source,
    verification,
    breakdownId,
    measuredOn: null,
    submittedBy: null,
    illustrative: 0,
    restated: isRestated ? 1 : (before?.restated ?? 0),
  };
};

const changeOf = (before: Vintage | undefined, event: ValueEvent, breakdownId: string | null): Partial<Vintage> => {
  const { personId, reason = null } = event;
  switch (event.action) {
    case 'entered':
      return { ...enteredFigure(before, event, breakdownId), state: 'draft', submittedBy: null };
    case 'corrected':
      return { ...enteredFigure(before, event, breakdownId), state: 'submitted', submittedBy: personId, restated: 1 };
    case 'marked_not_applicable':
      return { state: 'not_applicable', notApplicableReason: reason, value: null, breakdownId: null };
    case 'submitted':
      return { state: 'submitted', submittedBy: personId, returnNote: null };
    case 'returned':
      return { state: 'returned', returnNote: reason };
    case 'approved':
      return { state: 'approved' };
    case 'explained':
      return { explanation: event.explanation ?? null };
    case 'published':
      return publishedFigure(before, event, breakdownId);
  }
};

const vintageOf = (before: Vintage | undefined, event: ValueEvent): VintageWithBreakdown => {
  const number = (before?.number ?? 0) + 1;
  const place = placeOf(event.code, event.year);
  const hasBreakdown = event.breakdown !== undefined && event.breakdown.length > 0;
  const { action, at, personId, reason = null } = event;
  const vintage = {
    state: 'draft',
    ...(before ?? blank(event)),
    id: `${place}/vintage/${number}`,
    number,
    action,
    reason,
    personId,
    at,
    ...changeOf(before, event, hasBreakdown ? `${place}/breakdown/${number}` : null),
  };
  return { vintage, breakdown: hasBreakdown ? event.breakdown : null };
};

const inTimeOrder = (a: ValueEvent, b: ValueEvent): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** The vintages of every indicator-year in the order of time, each built on the one before it. */
export const historiesOf = (events: readonly ValueEvent[]): VintageWithBreakdown[][] => {
  const byPlace = new Map<string, VintageWithBreakdown[]>();
  for (const event of [...events].sort(inTimeOrder)) {
    const place = placeOf(event.code, event.year);
    const history = byPlace.get(place) ?? [];
    byPlace.set(place, [...history, vintageOf(history.at(-1)?.vintage, event)]);
  }
  return [...byPlace.values()];
};
