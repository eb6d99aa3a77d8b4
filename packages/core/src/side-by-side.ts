import { compareDecimals } from './decimal.ts';
import { isReported } from './entry-state.ts';
import type { IndicatorDefinition, TargetFigure, Trend } from './types.ts';
import type { Decimal, EntryState, Instant, Rating, RecordedState } from './vocabulary.ts';

/** What can be different between two years, or between two days, for one indicator. */
export const sideChanges = [
  'rating_rose',
  'rating_fell',
  'newly_rated',
  'no_longer_rated',
  'newly_reported',
  'no_longer_reported',
  'value_changed',
  'restated',
  'target_set',
  'target_revised',
  'target_revised_after_result',
  'definition_changed',
  'added',
  'retired',
] as const;
export type SideChange = (typeof sideChanges)[number];

/** years: two strategy years as of the same day. days: one year as of two days. */
export type ComparisonKind = 'years' | 'days';

/** The better the earlier; what is not rated has no place among them. */
const ranks: readonly Rating[] = ['above_target', 'on_target', 'improved_target_not_met', 'below_target'];

/** How a rating moved; null where it stayed, and where neither side is rated. */
export const ratingMoveOf = (before: Rating, after: Rating): SideChange | null => {
  const [from, to] = [ranks.indexOf(before), ranks.indexOf(after)];
  if (from === to) return null;
  if (from < 0) return 'newly_rated';
  if (to < 0) return 'no_longer_rated';
  return to < from ? 'rating_rose' : 'rating_fell';
};

/** One recorded version of a value. */
export type ValueStep = {
  readonly state: RecordedState;
  readonly value: Decimal | null;
  readonly reason: string | null;
  readonly person: string;
  readonly at: Instant;
  readonly illustrative: boolean;
};

export type Restatement = {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly reason: string | null;
  readonly person: string;
  readonly at: Instant;
  readonly illustrative: boolean;
};

/**
 * Each time that a figure which had once been approved was replaced by another one. The reason is the latest one given
 * on the way there: a correction that was returned and sent again keeps the reason of the correction.
 * @param steps oldest first
 */
export const restatementsOf = (steps: readonly ValueStep[]): Restatement[] => {
  const found: Restatement[] = [];
  let shown: Decimal | null = null;
  let approved = false;
  let reason: string | null = null;
  for (const step of steps) {
    const { state, value, person, at, illustrative } = step;
    reason = step.reason ?? reason;
    if (!isReported(state) || value === null) continue;
    if (approved && shown !== null && compareDecimals(shown, value) !== 0) {
      found.push({ before: shown, after: value, reason, person, at, illustrative });
    }
    shown = value;
    approved ||= state === 'approved';
    if (state === 'approved') reason = null;
  }
  return found;
};

/** One recorded version of a target. */
export type TargetStep = TargetFigure & {
  readonly noTargetReason: string | null;
  readonly reason: string | null;
  readonly afterResult: boolean;
  readonly person: string;
  readonly at: Instant;
  readonly illustrative: boolean;
};

export type TargetRevision = Omit<TargetStep, keyof TargetFigure | 'noTargetReason'> & {
  /** null: set for the first time. */
  readonly before: TargetFigure | null;
  readonly after: TargetFigure;
};

const figureOf = ({ value, low, high }: TargetFigure): TargetFigure => ({ value, low, high });

const isSameFigure = (a: TargetFigure, b: TargetFigure): boolean =>
  a.value === b.value && a.low === b.low && a.high === b.high;

/**
 * The first setting of a target and every change of its figure since.
 * @param steps oldest first
 */
export const targetRevisionsOf = (steps: readonly TargetStep[]): TargetRevision[] =>
  steps.flatMap((step, index) => {
    const earlier = steps[index - 1];
    if (earlier !== undefined && isSameFigure(earlier, step)) return [];
    const { reason, afterResult, person, at, illustrative } = step;
    const before = earlier === undefined ? null : figureOf(earlier);
    return [{ before, after: figureOf(step), reason, afterResult, person, at, illustrative }];
  });

/** What of a definition decides which figure is right: a new owner or a note on its quality changes none. */
export const measuredParts = [
  'definition',
  'unit',
  'kind',
  'direction',
  'tolerance',
  'accumulation',
  'cumulativeSince',
  'periodBasis',
  'role',
  'disaggregations',
  'computed',
  'baseline',
] as const satisfies readonly (keyof IndicatorDefinition)[];

export type MeasuredPart = (typeof measuredParts)[number];

/** The parts in which two versions of a definition measure differently; empty where their figures can be compared. */
export const measuresChanged = (before: IndicatorDefinition, after: IndicatorDefinition): MeasuredPart[] =>
  measuredParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));

/** How one side shows an indicator; null where it was not there. */
export type SideEntry = {
  readonly state: EntryState;
  readonly value: Decimal | null;
  readonly text: string | null;
  readonly rating: Rating;
} | null;

export type SideFacts = {
  readonly kind: ComparisonKind;
  readonly from: SideEntry;
  readonly to: SideEntry;
  readonly restatements: number;
  readonly revisions: readonly Pick<TargetRevision, 'before' | 'afterResult'>[];
  readonly definitionChanged: boolean;
};

const isCounted = (side: SideEntry): boolean => side !== null && isReported(side.state);

const reportingMoveOf = ({ kind, from, to }: SideFacts): SideChange | null => {
  if (!isCounted(from) && isCounted(to)) return 'newly_reported';
  if (isCounted(from) && !isCounted(to)) return 'no_longer_reported';
  if (!isCounted(from) || (from?.value === to?.value && from?.text === to?.text)) return null;
  // one year has one figure: another one on a later day is the same figure restated
  return kind === 'days' && from?.value !== to?.value ? 'restated' : 'value_changed';
};

/** Everything that is different between the two sides of an indicator; empty where nothing is. */
export const sideChangesOf = (facts: SideFacts): SideChange[] => {
  const { from, to, restatements, revisions, definitionChanged } = facts;
  const found = new Set<SideChange | null>();
  if (from === null || to === null) found.add(from === null ? 'added' : 'retired');
  found.add(ratingMoveOf(from?.rating ?? 'not_rated', to?.rating ?? 'not_rated'));
  found.add(reportingMoveOf(facts));
  if (restatements > 0) found.add('restated');
  for (const { before, afterResult } of revisions) {
    if (before === null) found.add('target_set');
    else found.add(afterResult ? 'target_revised_after_result' : 'target_revised');
  }
  if (definitionChanged) found.add('definition_changed');
  return sideChanges.filter((change) => found.has(change));
};

export type ComparedRow = {
  readonly changes: readonly SideChange[];
  readonly difference: Pick<Trend, 'meaning'> | null;
};

type Labels = { readonly kind: ComparisonKind; readonly from: string; readonly to: string };

type Clause = readonly [count: number, one: string, many: string];

/** The first of a group names what is counted, the others lean on it: "4 ratings rose", "2 fell". */
const group = (noun: string, clauses: readonly Clause[]): string[] =>
  clauses
    .filter(([count]) => count > 0)
    .map(([count, one, many], index) => {
      const what = index > 0 ? '' : `${noun}${count === 1 ? '' : 's'} `;
      return `${count} ${what}${count === 1 ? one : many}`;
    });

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

type Count = (...changes: SideChange[]) => number;

/** Two years have different figures; what counts is which one is better, and where only one year has any. */
const yearClauses = (of: Count, rows: readonly ComparedRow[], { from, to }: Labels): string[] => {
  const moved = (meaning: Trend['meaning']): number =>
    rows.filter((row) => row.changes.includes('value_changed') && row.difference?.meaning === meaning).length;
  return [
    ...group('indicator', [
      [of('newly_rated'), `is rated only in ${to}`, `are rated only in ${to}`],
      [of('no_longer_rated'), `is rated only in ${from}`, `are rated only in ${from}`],
    ]),
    ...group('figure', [
      [moved('good'), 'is better', 'are better'],
      [moved('bad'), 'is worse', 'are worse'],
      [of('restated'), 'was restated', 'were restated'],
    ]),
  ];
};

const dayClauses = (of: Count): string[] => [
  ...group('indicator', [
    [of('newly_rated'), 'is newly rated', 'are newly rated'],
    [of('no_longer_rated'), 'is no longer rated', 'are no longer rated'],
  ]),
  ...group('figure', [
    [of('newly_reported'), 'is newly reported', 'are newly reported'],
    [of('no_longer_reported'), 'was taken back', 'were taken back'],
    [of('restated'), 'was restated', 'were restated'],
  ]),
  ...group('target', [[of('target_set'), 'was set', 'were set']]),
];

const revisedClauses = (of: Count): string[] => {
  const all = of('target_revised', 'target_revised_after_result');
  const afterwards = of('target_revised_after_result');
  const which = afterwards === all ? '' : `${afterwards} of them `;
  const when = afterwards === 0 ? '' : ` (${which}after the result was known)`;
  return group('target', [[all, `was revised${when}`, `were revised${when}`]]);
};

/** "4 ratings rose, 2 fell and 3 figures were restated." Counts alone; the rows say which. */
export const comparisonSentence = (rows: readonly ComparedRow[], labels: Labels): string => {
  const of: Count = (...changes) => rows.filter((row) => changes.some((change) => row.changes.includes(change))).length;
  const parts = [
    ...group('rating', [
      [of('rating_rose'), 'rose', 'rose'],
      [of('rating_fell'), 'fell', 'fell'],
    ]),
    ...(labels.kind === 'years' ? yearClauses(of, rows, labels) : dayClauses(of)),
    ...revisedClauses(of),
    ...group('definition', [[of('definition_changed'), 'changed', 'changed']]),
    ...group('indicator', [
      [of('added'), 'was added', 'were added'],
      [of('retired'), 'was retired', 'were retired'],
    ]),
  ];
  return parts.length === 0 ? 'Nothing changed.' : `${joined(parts)}.`;
};
