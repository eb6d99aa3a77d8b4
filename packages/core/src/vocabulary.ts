/** The words of the product, once: every type, form, column and screen speaks them. */

export const roles = ['planner', 'contributor', 'reviewer', 'viewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const goalKinds = ['bureau', 'management'] as const;
export type GoalKind = (typeof goalKinds)[number];

export const linkageStrengths = ['direct', 'supporting', 'contributing', 'enabling'] as const;
export type LinkageStrength = (typeof linkageStrengths)[number];

export const linkageSubjects = ['goal', 'objective', 'indicator'] as const;
export type LinkageSubject = (typeof linkageSubjects)[number];

export const indicatorKinds = ['number', 'percent', 'currency', 'milestone', 'narrative'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

export const directions = ['increase', 'decrease', 'maintain', 'range', 'monitor'] as const;
export type Direction = (typeof directions)[number];

export const accumulations = ['annual', 'cumulative', 'point_in_time'] as const;
export type Accumulation = (typeof accumulations)[number];

export const periodBases = ['fiscal_year', 'calendar_year', 'tip_edition', 'point_in_time'] as const;
export type PeriodBasis = (typeof periodBases)[number];

export const indicatorLevels = ['input', 'output', 'outcome', 'milestone'] as const;
export type IndicatorLevel = (typeof indicatorLevels)[number];

/** performance counts into the office's results; context is shown and never counted. */
export const indicatorRoles = ['performance', 'context'] as const;
export type IndicatorRole = (typeof indicatorRoles)[number];

/** A draft is prepared out of sight of most; an archived strategy is only read. */
export const strategyStates = ['draft', 'in_force', 'archived'] as const;
export type StrategyState = (typeof strategyStates)[number];

export const indicatorStatuses = ['proposed', 'adopted', 'retired'] as const;
export type IndicatorStatus = (typeof indicatorStatuses)[number];

export const entryStates = [
  'not_due',
  'not_reported',
  'not_applicable',
  'draft',
  'submitted',
  'returned',
  'approved',
  'frozen',
] as const;
export type EntryState = (typeof entryStates)[number];

/** What is stored of an indicator-year; the other states follow from it, the day and the review. */
export const recordedStates = ['not_applicable', 'draft', 'submitted', 'returned', 'approved'] as const;
export type RecordedState = (typeof recordedStates)[number];

export const entryActions = [
  'entered',
  'corrected',
  'marked_not_applicable',
  'submitted',
  'returned',
  'approved',
  'explained',
  'published',
  'restated',
] as const;
export type EntryAction = (typeof entryActions)[number];

export const ratings = ['above_target', 'on_target', 'improved_target_not_met', 'below_target', 'not_rated'] as const;
export type Rating = (typeof ratings)[number];

export const notRatedReasons = [
  'no_target',
  'not_due',
  'not_reported',
  'not_applicable',
  'new_indicator',
  'monitored_only',
] as const;
export type NotRatedReason = (typeof notRatedReasons)[number];

export const assessments = ['noteworthy_progress', 'on_track', 'focus_area', 'not_rated'] as const;
export type Assessment = (typeof assessments)[number];

export const reviewStates = ['not_started', 'open', 'in_clearance', 'final'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const sectionStates = ['drafting', 'submitted', 'cleared', 'returned'] as const;
export type SectionState = (typeof sectionStates)[number];

export const correctiveActionStates = ['open', 'done', 'dropped'] as const;
export type CorrectiveActionState = (typeof correctiveActionStates)[number];

export const verifications = ['official', 'secondary', 'derived'] as const;
export type Verification = (typeof verifications)[number];

/** The five items GAO looks for in a performance figure. */
export const dataQualityItems = [
  'verified_how',
  'source',
  'accuracy_needed',
  'limitations',
  'compensated_how',
] as const;
export type DataQualityItem = (typeof dataQualityItems)[number];

export const dataQualityStandards = ['validity', 'integrity', 'precision', 'reliability', 'timeliness'] as const;
export type DataQualityStandard = (typeof dataQualityStandards)[number];

export const standardAnswers = ['ok', 'concern', 'not_assessed'] as const;
export type StandardAnswer = (typeof standardAnswers)[number];

export const modes = ['evaluation', 'production'] as const;
export type Mode = (typeof modes)[number];

/** How somebody showed who they are. */
export const signInMethods = ['persona', 'password', 'single_sign_on'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** Up to 15 significant digits, exact: "1234.5". Never a binary float. */
export type Decimal = string;
/** A calendar day: "2020-12-31". */
export type Day = string;
/** A moment in UTC: "2020-12-31T14:00:00.000Z". */
export type Instant = string;
/** A U.S. fiscal year: 2020 runs from October 1, 2019 to September 30, 2020. */
export type Year = number;

/** What a review's gate can find missing. */
export const gateKinds = [
  'value_missing',
  'explanation_missing',
  'assessment_missing',
  'departure_reason_missing',
  'narrative_missing',
  'section_not_submitted',
  'section_not_cleared',
  'value_not_approved',
  'action_not_updated',
  'jsp_statement_missing',
  'summary_missing',
  'data_quality',
] as const;
export type GateKind = (typeof gateKinds)[number];
