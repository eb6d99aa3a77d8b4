import type {
  Accumulation,
  CorrectiveActionState,
  DataQualityItem,
  DataQualityStandard,
  Direction,
  EntryAction,
  EntryState,
  IndicatorKind,
  IndicatorLevel,
  IndicatorRole,
  IndicatorStatus,
  LinkageStrength,
  LinkageSubject,
  Mode,
  PeriodBasis,
  Role,
  SectionState,
  StandardAnswer,
  StrategyState,
  Verification,
} from './vocabulary.ts';

/** The words of the vocabulary as screens and papers show them: one form, sentence case. */
export type Labels<Word extends string> = Readonly<Record<Word, string>>;

export const roleLabels: Labels<Role> = {
  planner: 'Planner',
  contributor: 'Contributor',
  reviewer: 'Reviewer',
  viewer: 'Viewer',
  administrator: 'Administrator',
};

export const strategyStateLabels: Labels<StrategyState> = {
  draft: 'Draft',
  in_force: 'In force',
  archived: 'Archived',
};

export const linkageStrengthLabels: Labels<LinkageStrength> = {
  direct: 'Direct',
  supporting: 'Supporting',
  contributing: 'Contributing',
  enabling: 'Enabling',
};

export const linkageSubjectLabels: Labels<LinkageSubject> = {
  goal: 'Goal',
  objective: 'Objective',
  indicator: 'Indicator',
};

export const indicatorKindLabels: Labels<IndicatorKind> = {
  number: 'Number',
  percent: 'Percent',
  currency: 'Currency',
  milestone: 'Milestone',
  narrative: 'Narrative',
};

export const directionLabels: Labels<Direction> = {
  increase: 'Higher is better',
  decrease: 'Lower is better',
  maintain: 'To be kept',
  range: 'To stay within the range',
  monitor: 'Monitored only',
};

export const accumulationLabels: Labels<Accumulation> = {
  annual: 'Counted each year',
  cumulative: 'Cumulative',
  point_in_time: 'At a point in time',
};

export const periodBasisLabels: Labels<PeriodBasis> = {
  fiscal_year: 'Fiscal year (FY)',
  calendar_year: 'Calendar year (CY)',
  tip_edition: 'TIP Report edition',
  point_in_time: 'On a stated date in the fiscal year',
};

export const indicatorLevelLabels: Labels<IndicatorLevel> = {
  input: 'Input',
  output: 'Output',
  outcome: 'Outcome',
  milestone: 'Milestone',
};

export const indicatorRoleLabels: Labels<IndicatorRole> = { performance: 'Performance', context: 'Context' };

export const indicatorStatusLabels: Labels<IndicatorStatus> = {
  proposed: 'Proposed',
  adopted: 'Adopted',
  retired: 'Retired',
};

export const entryStateLabels: Labels<EntryState> = {
  not_due: 'Not due',
  not_reported: 'Not reported',
  not_applicable: 'Not applicable',
  draft: 'Draft',
  submitted: 'Submitted',
  returned: 'Returned',
  approved: 'Approved',
  frozen: 'Frozen',
};

export const entryActionLabels: Labels<EntryAction> = {
  entered: 'Entered',
  corrected: 'Corrected',
  marked_not_applicable: 'Marked not applicable',
  submitted: 'Submitted',
  returned: 'Returned',
  approved: 'Approved',
  explained: 'Explained',
  published: 'Published',
  restated: 'Restated',
};

export const sectionStateLabels: Labels<SectionState> = {
  drafting: 'Drafting',
  submitted: 'Submitted',
  cleared: 'Cleared',
  returned: 'Returned',
};

export const correctiveActionStateLabels: Labels<CorrectiveActionState> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
};

export const verificationLabels: Labels<Verification> = {
  official: 'Official',
  secondary: 'Secondary',
  derived: 'Derived',
};

export const dataQualityItemLabels: Labels<DataQualityItem> = {
  verified_how: 'How the data are verified',
  source: 'Source of the data',
  accuracy_needed: 'Accuracy needed for the use',
  limitations: 'Limitations',
  compensated_how: 'How limitations are compensated',
};

export const dataQualityStandardLabels: Labels<DataQualityStandard> = {
  validity: 'Validity',
  integrity: 'Integrity',
  precision: 'Precision',
  reliability: 'Reliability',
  timeliness: 'Timeliness',
};

export const standardAnswerLabels: Labels<StandardAnswer> = {
  ok: 'OK',
  concern: 'Concern',
  not_assessed: 'Not assessed',
};

export const modeLabels: Labels<Mode> = { evaluation: 'Evaluation', production: 'Production' };
