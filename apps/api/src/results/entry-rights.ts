import type { EntryRights, IndicatorYear } from '@fbs/contract';
import { maySelf, permits, refusalSentence, selfApprovalSentence, type Year, yearSpan } from '@fbs/core';
import type { Actor } from '../context.ts';
import type { Facts, Indicator } from './load-facts.ts';

type Lock = EntryRights['lock'];

/** Why nobody may change an indicator-year now; null where somebody may. */
export const closedOf = (facts: Facts, indicator: Indicator, year: Year): Lock => {
  const review = facts.reviews.get(year)?.state;
  if (facts.moment.asOf !== null) {
    return { reason: 'as_of_view', sentence: `You look at ${facts.moment.asOf}: go back to today to change anything.` };
  }
  const { firstYear, lastYear } = facts.strategy;
  if (year < firstYear || year > lastYear) {
    return {
      reason: 'period_frozen',
      sentence: `FY ${year} lies outside the strategy of ${yearSpan(firstYear, lastYear, ' to ')}.`,
    };
  }
  if (review === 'final') {
    return {
      reason: 'period_frozen',
      sentence: `The review of FY ${year} is final and its values are frozen; ask an administrator to reopen it.`,
    };
  }
  if (indicator.definition.status === 'retired') {
    return { reason: 'retired', sentence: 'This indicator is retired: its record stays as it is.' };
  }
  return null;
};

const lockOf = (facts: Facts, indicator: Indicator, year: Year, actor: Actor): Lock => {
  const closed = closedOf(facts, indicator, year);
  if (closed !== null) return closed;
  if (indicator.definition.computed !== null) {
    return { reason: 'computed', sentence: 'This figure is computed from others; change those instead.' };
  }
  if (facts.reviews.get(year)?.state === 'in_clearance') {
    return {
      reason: 'in_clearance',
      sentence: `The review of FY ${year} is in clearance; a reviewer has to return it before values change.`,
    };
  }
  const place = { section: indicator.definition.section };
  if (permits(actor, 'enter values', place)) return null;
  const reason = actor.roles.includes('contributor') ? 'not_your_section' : 'not_your_role';
  return { reason, sentence: refusalSentence('enter values', actor, place) };
};

/** What a person may do with an indicator-year now, and why not where they may not. */
export const entryRightsOf = (facts: Facts, indicator: Indicator, entry: IndicatorYear, actor: Actor): EntryRights => {
  const place = { section: indicator.definition.section };
  const lock = lockOf(facts, indicator, entry.year, actor);
  const closed = closedOf(facts, indicator, entry.year) !== null;
  const decides = !closed && entry.state === 'submitted' && indicator.definition.computed === null;
  const own = !maySelf({ submittedBy: entry.submittedBy, actor: actor.id, selfApproval: facts.settings.selfApproval });
  const readyToSubmit = (entry.state === 'draft' || entry.state === 'returned') && !entry.withheld;
  return {
    enter: lock === null,
    submit: lock === null && readyToSubmit && permits(actor, 'submit values', place),
    approve: decides && !own && permits(actor, 'approve values', place),
    return: decides && permits(actor, 'return values', place),
    setTarget: !closed && facts.reviews.get(entry.year)?.state !== 'in_clearance' && permits(actor, 'set targets'),
    lock:
      decides && own && permits(actor, 'approve values', place)
        ? { reason: 'not_your_role', sentence: selfApprovalSentence }
        : lock,
  };
};
