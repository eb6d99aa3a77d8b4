import type { Overview, ResultsPage } from '@fbs/contract';
import { type Assessment, assessmentLabels, assessments, type ReviewState } from '@fbs/core';
import { plural } from '../../lib/format.ts';

type Counts = Overview['rollUp'];

const listed = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ');

/** "2 more than": counts are compared with the counts behind them, never alone. */
export const changeWords = ({ met }: Counts, previous: Counts): string => {
  const difference = met - previous.met;
  return difference === 0 ? 'as many as' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than`;
};

type OpenEntries = { readonly list: ResultsPage['list']; readonly words: string };

/** What stands between reported and due, the most pressing first, each with the list that it counts. */
export const openEntries = (entries: Overview['entries']): OpenEntries[] => {
  const { overdue, returned, drafts, awaitingApproval } = entries;
  return [
    overdue > 0 && { list: 'overdue' as const, words: `${overdue} overdue` },
    returned > 0 && { list: 'returned' as const, words: `${returned} returned` },
    drafts > 0 && { list: 'drafts' as const, words: plural(drafts, 'draft') },
    awaitingApproval > 0 && { list: 'awaiting_approval' as const, words: `${awaitingApproval} awaiting approval` },
  ].filter((each) => each !== false);
};

export const explanationsNote = (missing: number): string =>
  missing === 0 ? 'nothing is left unexplained' : 'for targets missed, or passed by far';

export const reviewNote = ({
  state,
  sections,
}: {
  state: ReviewState;
  sections: { total: number; cleared: number };
}) =>
  state === 'not_started'
    ? `${plural(sections.total, 'objective')} to be assessed`
    : `${sections.cleared} of ${sections.total} objectives cleared`;

const assessmentWord = (assessment: Assessment | null): string =>
  assessment === null ? 'Not yet assessed' : assessmentLabels[assessment];

/** What the review says of a goal: the one name where its objectives agree, otherwise how many of which. */
export const assessmentWords = (objectives: readonly { readonly assessment: Assessment | null }[]): string => {
  const given = objectives.map(({ assessment }) => assessment);
  const [first = null] = given;
  if (given.every((each) => each === first)) return assessmentWord(first);
  return listed(
    [...assessments, null].map((each) => {
      const count = given.filter((one) => one === each).length;
      return count > 0 && `${count} ${assessmentWord(each).toLowerCase()}`;
    }),
  );
};
