import type { Review } from '@fbs/contract';
import { type SectionState, sectionStateLabels, sectionStates } from '@fbs/core';
import { formatDay } from '../../lib/format.ts';
import { type Step, Steps } from '../../ui/steps.tsx';

type Event = Review['events'][number];

const order = { not_started: 0, open: 1, in_clearance: 2, final: 3 } as const;

const whoAndWhen = (event: Event | undefined): string | undefined =>
  event === undefined ? undefined : `${formatDay(event.at)}, ${event.person}`;

const last = (events: readonly Event[], action: string): Event | undefined =>
  events.findLast((event) => event.action === action);

/** "7 of 11 cleared, 2 submitted, 1 drafting" */
export const sectionCounts = (sections: readonly { readonly state: SectionState }[]): string => {
  const count = (state: SectionState) => sections.filter((section) => section.state === state).length;
  const others = sectionStates
    .filter((state) => state !== 'cleared' && count(state) > 0)
    .map((state) => `${count(state)} ${sectionStateLabels[state].toLowerCase()}`);
  return [`${count('cleared')} of ${sections.length} cleared`, ...others].join(', ');
};

/** The way of the review, with who took each step and when. */
export const ReviewSteps = ({ review }: { review: Review }) => {
  const { state, events, sections } = review;
  const reached = order[state];
  const stateOf = (at: number): Step['state'] => (reached > at ? 'done' : reached === at ? 'current' : 'to_come');
  const opened = last(events, 'reopened') ?? last(events, 'opened');
  const sent = reached >= 2 ? last(events, 'sent_to_clearance') : undefined;
  const signed = state === 'final' ? last(events, 'signed_off') : undefined;
  return (
    <Steps
      label="Steps of the review"
      steps={[
        {
          label: opened?.action === 'reopened' ? 'Reopened' : reached === 0 ? 'Not started' : 'Opened',
          note: whoAndWhen(opened) ?? 'a planner opens it',
          state: reached === 0 ? 'current' : 'done',
        },
        { label: 'Sections', note: reached === 0 ? undefined : sectionCounts(sections), state: stateOf(1) },
        { label: 'In clearance', note: whoAndWhen(sent) ?? 'once nothing is missing', state: stateOf(2) },
        {
          label: 'Final',
          note: whoAndWhen(signed) ?? 'frozen with a checksum',
          // The last step is reached, not under way.
          state: state === 'final' ? 'done' : 'to_come',
        },
      ]}
    />
  );
};
