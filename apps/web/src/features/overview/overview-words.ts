import type { Overview } from '@fbs/contract';
import { type Assessment, assessmentLabels, assessments, type ReviewState } from '@fbs/core';
import { formatYear, plural } from '../../lib/format.ts';

type Counts = Overview['rollUp'];

const listed = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ');

/** "2 more than in FY 2020 (7 of 12)": counts are compared with the counts behind them, never alone. */
export const metNote = ({ met }: Counts, previous: Counts | null, year: number): string => {
  if (previous === null) return 'no year before it to compare with';
  if (previous.rated === 0) return `nothing was rated in ${formatYear(year - 1)}`;
  const difference = met - previous.met;
  const change = difference === 0 ? 'as many as' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than`;
  return `${change} in ${formatYear(year - 1)} (${previous.met} of ${previous.rated})`;
};

/** What stands between reported and due, the most pressing first. */
export const reportedNote = ({ overdue, returned, drafts, awaitingApproval, notDue }: Overview['entries']): string => {
  const open = listed([
    overdue > 0 && `${overdue} overdue`,
    returned > 0 && `${returned} returned`,
    drafts > 0 && plural(drafts, 'draft'),
    awaitingApproval > 0 && `${awaitingApproval} awaiting approval`,
  ]);
  if (open !== '') return open;
  return notDue > 0 ? `nothing overdue, ${notDue} not due yet` : 'nothing overdue or returned';
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
