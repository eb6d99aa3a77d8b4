import {
  type EntryState,
  entryStateLabels,
  type ReviewState,
  reviewStateLabels,
  type SectionState,
  sectionStateLabels,
} from '@fbs/core';
import { Icon, type IconName } from './icon.tsx';

const entryIcons: Readonly<Record<EntryState, IconName>> = {
  not_due: 'clock',
  not_reported: 'empty-circle',
  not_applicable: 'slash-circle',
  draft: 'pencil',
  submitted: 'sent',
  returned: 'return',
  approved: 'check',
  frozen: 'lock',
};

/** The state of an indicator-year: icon and word. */
export const StateMark = ({ state }: { state: EntryState }) => (
  <span className={`mark state state--${state}`}>
    <Icon name={entryIcons[state]} />
    {entryStateLabels[state]}
  </span>
);

const sectionIcons: Readonly<Record<SectionState, IconName>> = {
  drafting: 'pencil',
  submitted: 'sent',
  cleared: 'check',
  returned: 'return',
};

/** The state of an objective's section in the review. */
export const SectionStateMark = ({ state }: { state: SectionState }) => (
  <span className={`mark state state--${state}`}>
    <Icon name={sectionIcons[state]} />
    {sectionStateLabels[state]}
  </span>
);

const reviewIcons: Readonly<Record<ReviewState, IconName>> = {
  not_started: 'empty-circle',
  open: 'pencil',
  in_clearance: 'sent',
  final: 'lock',
};

export const ReviewStateMark = ({ state }: { state: ReviewState }) => (
  <span className={`mark state state--${state}`}>
    <Icon name={reviewIcons[state]} />
    {reviewStateLabels[state]}
  </span>
);
