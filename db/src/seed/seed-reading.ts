import {
  type Day,
  dueDay,
  type EntryState,
  entryStateOf,
  type GateAction,
  type GateObjective,
  type Instant,
  isDue,
  isReported,
  periodOf,
  type RatingResult,
  rate,
  rollUp,
  shareOf,
  suggestAssessment,
  type Year,
} from '@fbs/core';
import type { Queries } from '../database.ts';
import { listActions } from '../repositories/corrective-action-repository.ts';
import { type IndicatorRow, listIndicators } from '../repositories/indicator-repository.ts';
import { listReviews } from '../repositories/review-repository.ts';
import { listSections } from '../repositories/review-section-repository.ts';
import { listTargets, type TargetRow } from '../repositories/target-repository.ts';
import { listValues, type ValueRow } from '../repositories/value-repository.ts';
import { strategyId } from './places.ts';

export type Line = {
  readonly code: string;
  readonly objective: string;
  readonly indicator: IndicatorRow;
  readonly entry: ValueRow | undefined;
  readonly target: TargetRow | undefined;
  readonly state: EntryState;
  readonly due: boolean;
  readonly result: RatingResult;
  readonly explanationMissing: boolean;
};

type Known = {
  readonly indicators: readonly IndicatorRow[];
  readonly values: readonly ValueRow[];
  readonly targets: readonly TargetRow[];
  readonly frozen: boolean;
  readonly day: Day;
};

const lastName = (id: string): string => id.split('/').at(-1) ?? id;

const performance = (rows: readonly IndicatorRow[]) =>
  rows.filter(({ definition }) => definition.role === 'performance');

/** The share of performance indicators with a target, the one figure that the product measures itself. */
const targetsSet = ({ indicators, targets }: Known, year: Year): string | null => {
  const counted = performance(indicators).map(({ id }) => id);
  const set = targets.filter((row) => row.year === year && row.value !== null && counted.includes(row.indicatorId));
  const share = shareOf(String(set.length), String(counted.length));
  return 'value' in share ? share.value : null;
};

const lineOf = (known: Known, indicator: IndicatorRow, year: Year): Line => {
  const { definition } = indicator;
  const entryOf = (of: Year) => known.values.find((row) => row.indicatorId === indicator.id && row.year === of);
  const entry = entryOf(year);
  const before = entryOf(year - 1);
  const target = known.targets.find((row) => row.indicatorId === indicator.id && row.year === year);
  const lastDay = dueDay(definition.periodBasis, year, definition.dueRule);
  const isComputed = definition.computed?.kind === 'targets_set';
  const state = entryStateOf({
    recorded: isComputed ? 'approved' : (entry?.state ?? null),
    hasValue: isComputed || (entry?.value ?? null) !== null,
    frozen: known.frozen,
    dueDay: lastDay,
    today: known.day,
  });
  const due = isDue({ state, dueDay: lastDay, today: known.day });
  const value = isComputed ? targetsSet(known, year) : (entry?.value ?? null);
  const result = rate({
    ...definition,
    target: target ?? null,
    value: isReported(state) ? value : null,
    previous: before?.state === 'approved' ? before.value : null,
    baseline: definition.baseline?.value ?? null,
    threshold: '10',
    due,
    previousLabel: periodOf(definition.periodBasis, year - 1).label,
    ...(state === 'not_due' || state === 'not_applicable' ? { absent: state } : {}),
  });
  const explanationMissing = isReported(state) && result.explanationRequired && !entry?.explanation?.trim();
  const objective = lastName(indicator.objectiveId);
  return { code: indicator.code, objective, indicator, entry, target, state, due, result, explanationMissing };
};

/** For tests: how the performance indicators of a year read at a moment (null: at the end of `day`, with all that is known). */
export const readLines = async (queries: Queries, year: Year, day: Day, until: Instant | null): Promise<Line[]> => {
  const reviews = await listReviews(queries, strategyId, until);
  const known: Known = {
    indicators: await listIndicators(queries, strategyId, until),
    values: await listValues(queries, strategyId, until),
    targets: await listTargets(queries, strategyId, until),
    frozen: reviews.some((review) => review.year === year && review.state === 'final'),
    day,
  };
  return performance(known.indicators).map((indicator) => lineOf(known, indicator, year));
};

const itemOf = (line: Line) => ({
  role: line.indicator.definition.role,
  state: line.state,
  due: line.due,
  rating: line.result.rating,
  explanationMissing: line.explanationMissing,
});

export const countLines = (lines: readonly Line[]) => rollUp(lines.map(itemOf));

/** For tests: what the review's gate looks at, as it stood at a moment. */
export const readGate = async (queries: Queries, year: Year, day: Day, until: Instant | null) => {
  const lines = await readLines(queries, year, day, until);
  const review = (await listReviews(queries, strategyId, until)).find((each) => each.year === year);
  if (review === undefined) throw new Error(`The review of ${year} is not open at ${until}`);
  const sections = await listSections(queries, [review.id], until);
  const objectives = sections.map((section): GateObjective => {
    const code = lastName(section.objectiveId);
    const own = lines.filter(({ objective }) => objective === code);
    const suggestion = suggestAssessment(countLines(own)).assessment;
    const indicators = own.map((line) => ({
      code: line.code,
      name: line.indicator.definition.name,
      ...itemOf(line),
      dataQualityAnswered: Object.keys(line.indicator.definition.dataQuality.items).length,
      who: line.indicator.definition.owner ?? line.indicator.definition.section,
    }));
    return { code, section: { ...section, suggestion }, indicators };
  });
  const actions = (await listActions(queries, strategyId, until)).map(
    (action): GateAction => ({
      ...action,
      objective: lastName(action.objectiveId),
      updatedForYear: action.updates.at(-1)?.year ?? null,
    }),
  );
  return { review, sections, objectives, actions, summary: review.summary, jspStatement: review.jspStatement };
};
