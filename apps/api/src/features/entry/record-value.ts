import { randomUUID } from 'node:crypto';
import type { Entry } from '@fbs/contract';
import { type Decimal, measuredOnProblem, parseDecimal, type Rating } from '@fbs/core';
import { breakdownRepository, valueRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import {
  type Change,
  changeEntry,
  type EntryPlace,
  type EntryWork,
  nextState,
  refuseInClearance,
  saveChange,
} from './entry-work.ts';
import { requireExplanation, requireText } from './explanation.ts';

export type RecordValue = EntryPlace & {
  readonly value?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly chosenRating?: Exclude<Rating, 'not_rated'> | null | undefined;
  readonly notApplicable?: { readonly reason: string } | undefined;
  readonly explanation?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly measuredOn?: string | null | undefined;
  readonly breakdown?:
    | readonly { readonly dimension: string; readonly category: string; readonly value: string }[]
    | undefined;
  readonly reason?: string | undefined;
};

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

const figureFrom = (text: string, { indicator, year }: EntryWork): Decimal => {
  if (indicator.definition.kind === 'narrative') {
    throw invalid('/value', `${indicator.code} is a narrative indicator: write a text and choose a rating.`);
  }
  const value = parseDecimal(text.trim());
  if (value === null) {
    throw invalid(
      '/value',
      `Enter a number for FY ${year}: digits with an optional point, up to 15 digits, for example 1234.5.`,
    );
  }
  if (indicator.definition.kind === 'milestone' && value !== '0' && value !== '1') {
    throw invalid('/value', `${indicator.code} is a milestone: enter 1 for done or 0 for not done.`);
  }
  return value;
};

const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

const dayFrom = (day: string | null, { indicator, year, facts }: EntryWork): string | null => {
  const basis = indicator.definition.periodBasis;
  const problem = day === null ? null : measuredOnProblem(day, basis, year, facts.moment.today);
  if (problem !== null) throw invalid('/measuredOn', problem);
  return day;
};

/** The fields that the request names; the others stay as they are. */
const changesOf = (input: RecordValue, work: EntryWork): Change => {
  const change: { -readonly [K in keyof Change]: Change[K] } = {};
  if (input.value !== undefined)
    change.value = input.value === null || input.value.trim() === '' ? null : figureFrom(input.value, work);
  if (input.text !== undefined) change.text = blankToNull(input.text);
  if (input.chosenRating !== undefined) change.chosenRating = input.chosenRating;
  if (input.explanation !== undefined) change.explanation = blankToNull(input.explanation);
  if (input.note !== undefined) change.note = blankToNull(input.note);
  if (input.source !== undefined) change.source = blankToNull(input.source);
  if (input.measuredOn !== undefined) change.measuredOn = dayFrom(input.measuredOn, work);
  if (
    (change.text !== undefined || change.chosenRating !== undefined) &&
    work.indicator.definition.kind !== 'narrative'
  ) {
    throw invalid('/text', `${work.indicator.code} is not a narrative indicator: enter a value.`);
  }
  return change;
};

const saveBreakdown = async (input: RecordValue, work: EntryWork): Promise<Pick<Change, 'breakdownId'>> => {
  if (input.breakdown === undefined) return {};
  if (input.breakdown.length === 0) return { breakdownId: null };
  const places = new Set<string>();
  const rows = input.breakdown.map((row, index) => {
    const pointer = `/breakdown/${index}`;
    const known = work.indicator.definition.disaggregations.find(({ dimension }) => dimension === row.dimension);
    if (!known?.categories.includes(row.category)) {
      throw invalid(pointer, `${work.indicator.code} has no breakdown "${row.dimension}: ${row.category}".`);
    }
    if (places.size === places.add(`${row.dimension}/${row.category}`).size) {
      throw invalid(pointer, `"${row.dimension}: ${row.category}" stands twice in the breakdown: send it once.`);
    }
    const value = parseDecimal(row.value.trim());
    if (value === null) throw invalid(pointer, `Enter a number for "${row.dimension}: ${row.category}".`);
    return { ...row, value };
  });
  const id = randomUUID();
  await breakdownRepository.addBreakdown(work.queries, {
    id,
    indicatorId: work.indicator.id,
    year: work.year,
    personId: work.context.actor.id,
    at: work.at,
    rows,
  });
  return { breakdownId: id };
};

/** A figure that a person types is theirs, no longer published, no longer invented; a remark alone leaves it what it was. */
const provenanceAfter = ({ row }: EntryWork, change: Change): Change => {
  const named = change.value !== undefined || change.text !== undefined || change.chosenRating !== undefined;
  if (!named && row !== undefined) return { notApplicableReason: null };
  return { verification: null, illustrative: false, notApplicableReason: null };
};

const isAnotherFigure = ({ row }: EntryWork, change: Change): boolean =>
  (change.value !== undefined && change.value !== row?.value) ||
  (change.chosenRating !== undefined && change.chosenRating !== row?.chosenRating);

const hasFigure = ({ row }: EntryWork, change: Change): boolean =>
  (change.value === undefined ? row?.value : change.value) != null ||
  (change.chosenRating === undefined ? row?.chosenRating : change.chosenRating) != null;

const correct = async (input: RecordValue, work: EntryWork, change: Change): Promise<void> => {
  const state = nextState(work, 'corrected');
  const reason = (input.reason ?? '').trim();
  if (reason === '') throw invalid('/reason', 'This value is approved: say why it is corrected.');
  if (!hasFigure(work, change)) throw invalid('/value', 'A correction needs a value: enter the right one.');
  const corrected = {
    ...provenanceAfter(work, change),
    ...change,
    ...(await saveBreakdown(input, work)),
    state,
    restated: work.row?.restated === true || isAnotherFigure(work, change),
    submittedBy: work.context.actor.id,
  };
  requireText(work, corrected);
  requireExplanation(work, corrected);
  await saveChange(work, 'corrected', corrected, reason);
};

const markNotApplicable = async (reason: string, work: EntryWork): Promise<void> => {
  const state = nextState(work, 'marked_not_applicable');
  if (reason.trim() === '') throw invalid('/notApplicable/reason', 'Say why it does not apply.');
  // what was written of a value goes with it; its vintages keep it
  const marked = { ...valueRepository.noFigure, state, notApplicableReason: reason.trim() };
  await saveChange(work, 'marked_not_applicable', marked, reason.trim());
};

/** A submitted value may be taken back to draft as it is; otherwise a write that changes nothing would be an empty vintage. */
const refuseNothing = (input: RecordValue, { row }: EntryWork, change: Change): void => {
  if (Object.keys(change).length > 0 || input.breakdown !== undefined || row?.state === 'submitted') return;
  throw invalid('/', 'Nothing was sent to change: name a value, a text, a note or another field of the entry.');
};

/** Enters a value as a draft, corrects an approved one, or marks it not applicable; always a new vintage. */
export const recordValue = (context: Context, input: RecordValue): Promise<Entry> =>
  changeEntry(
    context,
    input,
    (indicator) => allow(context.actor, 'enter values', { section: indicator.definition.section }),
    async (work) => {
      refuseInClearance(work);
      if (input.notApplicable !== undefined) return markNotApplicable(input.notApplicable.reason, work);
      const change = changesOf(input, work);
      refuseNothing(input, work, change);
      if (work.row?.state === 'approved') return correct(input, work, change);
      const state = nextState(work, 'entered');
      const breakdown = await saveBreakdown(input, work);
      await saveChange(work, 'entered', { ...provenanceAfter(work, change), ...change, ...breakdown, state });
    },
  );
