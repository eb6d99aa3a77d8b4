import { type AttentionKind, isOverdue } from './attention.ts';
import { isReported } from './entry-state.ts';
import type { Labels } from './labels.ts';
import type { EntryState, IndicatorRole, Rating } from './vocabulary.ts';

/** The lists behind the figures of a year: every figure is the length of one of them. */
export const resultLists = [
  'indicators',
  'met',
  'rated',
  'above_target',
  'on_target',
  'improved_target_not_met',
  'below_target',
  'not_rated',
  'due',
  'reported',
  'overdue',
  'returned',
  'drafts',
  'awaiting_approval',
  'not_applicable',
  'not_due',
  'explanations_missing',
  'met_changed',
  'newly_met',
  'no_longer_met',
  'attention',
  'illustrative',
  'jsp_reporting',
] as const;
export type ResultList = (typeof resultLists)[number];

/** Lists of what is planned, not of indicators: what stands behind the goal of the Joint Strategic Plan. */
export const planLists = ['jsp_goals', 'jsp_objectives'] as const;
export type PlanList = (typeof planLists)[number];

/** An indicator in a year, as far as it is counted. */
export type ResultItem = {
  readonly role: IndicatorRole;
  readonly state: EntryState;
  readonly due: boolean;
  readonly rating: Rating;
  readonly explanationMissing: boolean;
};

/** What single lists look at besides. */
export type ListedItem = ResultItem & {
  /** Whether the target of the year before was met; null where there is no year before. */
  readonly metBefore: boolean | null;
  readonly attention: AttentionKind | null;
  readonly illustrative: boolean;
  readonly behindJsp: boolean;
};

export const isMet = (rating: Rating): boolean => rating === 'above_target' || rating === 'on_target';

const has =
  (rating: Rating) =>
  (item: ResultItem): boolean =>
    item.rating === rating;
const is =
  (state: EntryState) =>
  (item: ResultItem): boolean =>
    item.state === state;

const isItemDue = ({ due, state }: ResultItem): boolean => state !== 'not_applicable' && (due || isReported(state));

/** The lists of performance indicators that need nothing but the year itself. */
const counted = {
  indicators: () => true,
  met: ({ rating }: ResultItem) => isMet(rating),
  rated: ({ rating }: ResultItem) => rating !== 'not_rated',
  above_target: has('above_target'),
  on_target: has('on_target'),
  improved_target_not_met: has('improved_target_not_met'),
  below_target: has('below_target'),
  not_rated: has('not_rated'),
  due: isItemDue,
  reported: ({ state }: ResultItem) => isReported(state),
  overdue: isOverdue,
  returned: is('returned'),
  drafts: is('draft'),
  awaiting_approval: is('submitted'),
  not_applicable: is('not_applicable'),
  not_due: (item: ResultItem) => item.state !== 'not_applicable' && !isItemDue(item),
  explanations_missing: ({ explanationMissing }: ResultItem) => explanationMissing,
} as const satisfies Partial<Record<ResultList, (item: ResultItem) => boolean>>;
export type CountedList = keyof typeof counted;

/** How many of some indicators are in a list: performance indicators only. */
export const countIn = (list: CountedList, items: readonly ResultItem[]): number =>
  items.filter((item) => item.role === 'performance' && counted[list](item)).length;

const further: Readonly<Record<Exclude<ResultList, CountedList>, (item: ListedItem) => boolean>> = {
  met_changed: ({ role, rating, metBefore }) =>
    role === 'performance' && metBefore !== null && metBefore !== isMet(rating),
  newly_met: ({ role, rating, metBefore }) => role === 'performance' && metBefore === false && isMet(rating),
  no_longer_met: ({ role, rating, metBefore }) => role === 'performance' && metBefore === true && !isMet(rating),
  attention: ({ role, attention }) => role === 'performance' && attention !== null,
  // what is invented is said of context, too
  illustrative: ({ illustrative }) => illustrative,
  jsp_reporting: ({ role, state, behindJsp }) => role === 'performance' && behindJsp && isReported(state),
};

const isCounted = (list: ResultList): list is CountedList => list in counted;

/** Whether an indicator is in a list: the very test with which the figures are counted. */
export const isInList = (list: ResultList, item: ListedItem): boolean =>
  isCounted(list) ? countIn(list, [item]) === 1 : further[list](item);

/** What the figure that leads there is called. */
export const resultListLabels: Labels<ResultList | PlanList> = {
  indicators: 'Performance indicators',
  met: 'Targets met',
  rated: 'Rated',
  above_target: 'Above target',
  on_target: 'On target',
  improved_target_not_met: 'Improved, target not met',
  below_target: 'Below target',
  not_rated: 'Not rated',
  due: 'Due',
  reported: 'Reported',
  overdue: 'Overdue',
  returned: 'Returned',
  drafts: 'Drafts',
  awaiting_approval: 'Awaiting approval',
  not_applicable: 'Not applicable',
  not_due: 'Not due yet',
  explanations_missing: 'Explanations missing',
  met_changed: 'Changed against the year before',
  newly_met: 'Newly met',
  no_longer_met: 'No longer met',
  attention: 'Needs attention',
  illustrative: 'Illustrative figures',
  jsp_reporting: 'Reporting, behind the Joint Strategic Plan',
  jsp_goals: 'Goals behind the Joint Strategic Plan',
  jsp_objectives: 'Objectives behind the Joint Strategic Plan',
};
