import type { Refusal } from './refusal.ts';
import type { ReviewState, SectionState } from './vocabulary.ts';

export const reviewActions = ['open', 'send_to_clearance', 'return_from_clearance', 'sign_off', 'reopen'] as const;
export type ReviewAction = (typeof reviewActions)[number];

export const sectionActions = ['write', 'submit', 'return', 'clear'] as const;
export type SectionAction = (typeof sectionActions)[number];

type Transition<State> = {
  readonly from: readonly State[];
  readonly to: State;
  /** What has to come with the action. */
  readonly needs: 'reason' | 'note' | null;
};

export const reviewTransitions: Readonly<Record<ReviewAction, Transition<ReviewState>>> = {
  open: { from: ['not_started'], to: 'open', needs: null },
  send_to_clearance: { from: ['open'], to: 'in_clearance', needs: null },
  return_from_clearance: { from: ['in_clearance'], to: 'open', needs: 'note' },
  sign_off: { from: ['in_clearance'], to: 'final', needs: null },
  reopen: { from: ['final'], to: 'open', needs: 'reason' },
};

/** Writing a submitted or cleared section takes it back to drafting: what was cleared is what was read. */
export const sectionTransitions: Readonly<
  Record<SectionAction, Transition<SectionState> & { readonly during: readonly ReviewState[] }>
> = {
  write: { from: ['drafting', 'submitted', 'cleared', 'returned'], to: 'drafting', needs: null, during: ['open'] },
  submit: { from: ['drafting', 'returned'], to: 'submitted', needs: null, during: ['open'] },
  return: { from: ['submitted', 'cleared'], to: 'returned', needs: 'note', during: ['open', 'in_clearance'] },
  clear: { from: ['submitted'], to: 'cleared', needs: null, during: ['open', 'in_clearance'] },
};

const reviewAdvice: Readonly<Record<ReviewState, string>> = {
  not_started: 'The review of this year is not started; open it first.',
  open: 'The review is open; send it to clearance first.',
  in_clearance: 'The review is in clearance; sign it off, or return it from clearance to change it.',
  final: 'The review is final; ask an administrator to reopen it.',
};

const alreadyOpen = 'The review of this year is open already; go on writing it.';

const sectionAdvice: Readonly<Record<SectionState, string>> = {
  drafting: 'This section is still being drafted; it has to be submitted first.',
  submitted: 'This section is submitted already; a reviewer has to clear or return it.',
  cleared: 'This section is cleared already; change it to draft it again.',
  returned: 'This section was returned; it has to be revised and submitted again.',
};

/** The state after an action, or why it cannot be taken now. What the gate demands is asked apart (review-gate.ts). */
export const nextReviewState = (state: ReviewState, action: ReviewAction): ReviewState | Refusal => {
  const { from, to } = reviewTransitions[action];
  if (from.includes(state)) return to;
  return { refused: state === 'open' && to === 'open' ? alreadyOpen : reviewAdvice[state] };
};

/** The same for a section, which can be written only while its review is open. */
export const nextSectionState = (
  state: SectionState,
  action: SectionAction,
  review: ReviewState,
): SectionState | Refusal => {
  const { from, to, during } = sectionTransitions[action];
  if (!during.includes(review)) return { refused: reviewAdvice[review] };
  return from.includes(state) ? to : { refused: sectionAdvice[state] };
};
