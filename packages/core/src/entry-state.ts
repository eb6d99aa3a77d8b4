import type { Refusal } from './refusal.ts';
import type { Day, EntryAction, EntryState, RecordedState } from './vocabulary.ts';

export type EntryFacts = {
  /** null: nothing is recorded. */
  readonly recorded: RecordedState | null;
  /** false: the draft was emptied. For a narrative indicator: whether a rating is chosen. */
  readonly hasValue: boolean;
  /** The review of the year is final. */
  readonly frozen: boolean;
  readonly dueDay: Day;
  readonly today: Day;
  /** The indicator was added after the period was over (isBeforeIndicator): nothing is due. */
  readonly isNew?: boolean | undefined;
};

/** The one state of an indicator-year. On the due day itself nothing is late yet. */
export const entryStateOf = ({ recorded, hasValue, frozen, dueDay, today, isNew = false }: EntryFacts): EntryState => {
  const isEmpty = recorded === null || (recorded === 'draft' && !hasValue);
  if (isEmpty) return today > dueDay && !isNew ? 'not_reported' : 'not_due';
  return frozen && (recorded === 'approved' || recorded === 'submitted') ? 'frozen' : recorded;
};

export const isReported = (state: EntryState): boolean =>
  state === 'submitted' || state === 'approved' || state === 'frozen';

type Due = Pick<EntryFacts, 'dueDay' | 'today' | 'isNew'> & { readonly state: EntryState };

/** Due: the due day has passed, or it is reported already, so that reported never exceeds due. */
export const isDue = ({ state, dueDay, today, isNew = false }: Due): boolean =>
  state !== 'not_applicable' && (isReported(state) || (today > dueDay && !isNew));

export type EntryTransition = {
  readonly from: readonly EntryState[];
  /** null: the state stays as it is. */
  readonly to: RecordedState | null;
  /** What has to come with the action. */
  readonly needs: 'reason' | 'note' | null;
};

const unapproved: readonly EntryState[] = [
  'not_due',
  'not_reported',
  'not_applicable',
  'draft',
  'returned',
  'submitted',
];

export const entryTransitions: Readonly<Record<EntryAction, EntryTransition>> = {
  entered: { from: unapproved, to: 'draft', needs: null },
  corrected: { from: ['approved'], to: 'submitted', needs: 'reason' },
  marked_not_applicable: { from: unapproved, to: 'not_applicable', needs: 'reason' },
  submitted: { from: ['draft', 'returned'], to: 'submitted', needs: null },
  returned: { from: ['submitted'], to: 'returned', needs: 'note' },
  approved: { from: ['submitted'], to: 'approved', needs: null },
  explained: { from: ['submitted', 'approved'], to: null, needs: null },
  published: { from: ['not_due', 'not_reported'], to: 'approved', needs: null },
  restated: { from: ['approved'], to: 'approved', needs: null },
};

const frozenSentence =
  'The review of this year is final and its values are frozen; ask an administrator to reopen the review first.';

const stateClauses: Readonly<Record<EntryState, string>> = {
  not_due: 'nothing is entered yet',
  not_reported: 'nothing is entered yet',
  not_applicable: 'this one is marked not applicable',
  draft: 'this one is a draft',
  submitted: 'this one waits for a reviewer',
  returned: 'this one was returned',
  approved: 'this one is approved',
  frozen: 'this one is frozen',
};

const refusalOf: Readonly<Record<EntryAction, (state: EntryState) => string>> = {
  entered: () => 'This value is approved; correct it and give a reason.',
  corrected: (state) => `Only an approved value is corrected; ${stateClauses[state]}: enter the value instead.`,
  marked_not_applicable: () => 'An approved value cannot be marked not applicable; correct it and give a reason.',
  submitted: (state) => {
    if (state === 'submitted') return 'This value is submitted already; a reviewer has to approve or return it.';
    if (state === 'approved') return 'This value is approved already; correct it and give a reason if it is wrong.';
    return `There is no value to submit; ${stateClauses[state]}: enter a value first.`;
  },
  returned: (state) =>
    state === 'approved'
      ? 'This value is approved already and cannot be returned; correct it and give a reason.'
      : `Only a submitted value can be returned; ${stateClauses[state]}: wait until it is submitted.`,
  approved: (state) => {
    if (state === 'approved') return 'This value is approved already; there is nothing left to do.';
    const advice = state === 'draft' || state === 'returned' ? 'submit it first' : 'enter and submit a value first';
    return `Only a submitted value can be approved; ${stateClauses[state]}: ${advice}.`;
  },
  explained: (state) => {
    const isOpen = state === 'draft' || state === 'returned';
    const advice = isOpen ? 'save the explanation together with the value' : 'enter a value first';
    return `An explanation is added to a submitted or approved value; ${stateClauses[state]}: ${advice}.`;
  },
  published: (state) => `A published figure fills an empty year only; ${stateClauses[state]}: restate or correct it.`,
  restated: (state) => `Only an approved value can be restated; ${stateClauses[state]}: publish or approve it first.`,
};

/** What is recorded after an action, or why it cannot be done now. The caller checks reasons and notes (needs). */
export const nextEntryState = (state: EntryState, action: EntryAction): RecordedState | Refusal => {
  if (state === 'frozen') return { refused: frozenSentence };
  const { from, to } = entryTransitions[action];
  if (!from.includes(state)) return { refused: refusalOf[action](state) };
  return to ?? (state === 'approved' ? 'approved' : 'submitted');
};
