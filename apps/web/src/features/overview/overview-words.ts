import type { Overview, ResultsPage } from '@fbs/contract';
import { type Assessment, assessments, type ReviewState } from '@fbs/core';
import { formatDay, formatYear, plural } from '../../lib/format.ts';

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

type Names = Readonly<Record<Assessment, string>>;

const assessmentWord = (assessment: Assessment | null, names: Names): string =>
  assessment === null ? 'Not yet assessed' : names[assessment];

/** What the review says of a goal: the one name where its objectives agree, otherwise how many of which. */
export const assessmentWords = (
  objectives: readonly { readonly assessment: Assessment | null }[],
  names: Names,
): string => {
  const given = objectives.map(({ assessment }) => assessment);
  const [first = null] = given;
  if (given.every((each) => each === first)) return assessmentWord(first, names);
  return listed(
    [...assessments, null].map((each) => {
      const count = given.filter((one) => one === each).length;
      return count > 0 && `${count} ${assessmentWord(each, names).toLowerCase()}`;
    }),
  );
};

export type Gap = {
  readonly missing: 'indicators' | 'values' | 'targets';
  readonly title: string;
  readonly text: string;
};

/** What is missing where nothing of a year is rated: the first thing that would have to be there. */
export const gapOf = ({ rollUp, year, asOf }: Pick<Overview, 'rollUp' | 'year' | 'asOf'>): Gap | null => {
  if (rollUp.rated > 0) return null;
  const { indicators, reported, due } = rollUp;
  const then = asOf === null ? '' : `As of ${formatDay(asOf)}: `;
  if (indicators === 0) {
    return {
      missing: 'indicators',
      title: `${then}no performance indicator is defined`.replace(/^n/, 'N'),
      text: 'The goals stand below; results come with the first indicator.',
    };
  }
  if (reported === 0) {
    const isDue = due > 0;
    return {
      missing: 'values',
      title: `${then}no value is ${isDue ? 'reported' : 'due'} for ${formatYear(year)} yet`.replace(/^n/, 'N'),
      text: isDue
        ? `${plural(due, 'value')} should be there.`
        : asOf === null
          ? 'Values can be entered before their due dates.'
          : 'What was entered later is not shown.',
    };
  }
  return {
    missing: 'targets',
    title: `${then}nothing of ${formatYear(year)} is rated`.replace(/^n/, 'N'),
    text: `${plural(reported, 'value')} ${reported === 1 ? 'is' : 'are'} reported, and none has a target to be compared with.`,
  };
};
