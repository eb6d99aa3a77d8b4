import {
  type EntryState,
  entryStateLabels,
  type ReviewState,
  reviewStateLabels,
  type SectionState,
  sectionStateLabels,
} from '@fbs/core';
import type { ReactNode } from 'react';
import { Glyph, Icon, line } from './icon.tsx';

const emptyCircle = (
  <Glyph>
    <circle cx="8" cy="8" r="5" {...line} />
  </Glyph>
);
const sent = (
  <Glyph>
    <path d="M2.5 8h9M8.5 4.5L12 8l-3.5 3.5" {...line} strokeWidth={1.8} />
  </Glyph>
);
const lock = (
  <Glyph>
    <path d="M4 7.5V13h8V7.5zM5.5 7V5.5a2.5 2.5 0 0 1 5 0V7" {...line} />
  </Glyph>
);

const entryIcons: Readonly<Record<EntryState, ReactNode>> = {
  not_due: <Icon name="clock" />,
  not_reported: emptyCircle,
  not_applicable: (
    <Glyph>
      <path d="M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M4.5 11.5l7-7" {...line} />
    </Glyph>
  ),
  draft: <Icon name="pencil" />,
  submitted: sent,
  returned: <Icon name="return" />,
  approved: <Icon name="check" />,
  frozen: lock,
};

const sectionIcons: Readonly<Record<SectionState, ReactNode>> = {
  drafting: <Icon name="pencil" />,
  submitted: sent,
  cleared: <Icon name="check" />,
  returned: <Icon name="return" />,
};

const reviewIcons: Readonly<Record<ReviewState, ReactNode>> = {
  not_started: emptyCircle,
  open: <Icon name="pencil" />,
  in_clearance: sent,
  final: lock,
};

type MarkProps = { readonly state: string; readonly icon: ReactNode; readonly word: string };

const Mark = ({ state, icon, word }: MarkProps) => (
  <span className={`mark state state--${state}`}>
    {icon}
    {word}
  </span>
);

/** The state of an indicator-year: icon and word. */
export const StateMark = ({ state }: { state: EntryState }) => (
  <Mark state={state} icon={entryIcons[state]} word={entryStateLabels[state]} />
);

/** The state of an objective's section in the review. */
export const SectionStateMark = ({ state }: { state: SectionState }) => (
  <Mark state={state} icon={sectionIcons[state]} word={sectionStateLabels[state]} />
);

export const ReviewStateMark = ({ state }: { state: ReviewState }) => (
  <Mark state={state} icon={reviewIcons[state]} word={reviewStateLabels[state]} />
);
