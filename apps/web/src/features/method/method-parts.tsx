import type { ReactNode } from 'react';
import { EntryStates, NotRatedReasons } from './entry-sections.tsx';
import type { MethodPage } from './method-queries.ts';
import { Cases, Sources } from './proof-sections.tsx';
import { Deviation, DirectionRules, RatingWords } from './rating-sections.tsx';
import { Assessments, Explanations, RollUps, WorkedOut } from './result-sections.tsx';
import { AttentionRanks, History, Periods } from './time-sections.tsx';

type MethodPart = {
  /** Addresses name it: it stays as it is. */
  readonly id: string;
  readonly title: string;
  readonly body: (page: MethodPage) => ReactNode;
};

/** The page, part by part: the contents and the headings come from this one list. */
export const methodParts: readonly MethodPart[] = [
  { id: 'ratings', title: 'The ratings', body: () => <RatingWords /> },
  { id: 'deviation', title: 'Deviation and threshold', body: (page) => <Deviation page={page} /> },
  { id: 'directions', title: 'The rule of each direction', body: (page) => <DirectionRules page={page} /> },
  { id: 'not-rated', title: 'Why something is not rated', body: () => <NotRatedReasons /> },
  { id: 'states', title: 'States of an entry, and what counts', body: (page) => <EntryStates page={page} /> },
  { id: 'roll-ups', title: 'Results of objectives and goals', body: () => <RollUps /> },
  { id: 'assessments', title: 'Suggested assessments', body: (page) => <Assessments page={page} /> },
  { id: 'explanations', title: 'When an explanation is needed', body: (page) => <Explanations page={page} /> },
  { id: 'worked-out', title: 'Figures that are worked out', body: () => <WorkedOut /> },
  { id: 'periods', title: 'Periods and due dates', body: (page) => <Periods page={page} /> },
  { id: 'history', title: 'What changes, and stays visible', body: () => <History /> },
  { id: 'attention', title: 'The order of \u201cNeeds attention\u201d', body: () => <AttentionRanks /> },
  { id: 'cases', title: 'Published cases', body: (page) => <Cases page={page} /> },
  { id: 'sources', title: 'Sources', body: (page) => <Sources page={page} /> },
];
