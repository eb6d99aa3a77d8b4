import type {
  Accumulation,
  Assessment,
  DataQualityItem,
  DataQualityStandard,
  Day,
  Decimal,
  Direction,
  IndicatorKind,
  IndicatorLevel,
  IndicatorRole,
  IndicatorStatus,
  NotRatedReason,
  PeriodBasis,
  Rating,
  StandardAnswer,
  Year,
} from './vocabulary.ts';

export type Disaggregation = {
  readonly dimension: string;
  readonly categories: readonly string[];
  /** true: the categories add up to the value; false: each is a part of it. */
  readonly sumsToTotal: boolean;
};

export type ComputedPart = { readonly indicator: string; readonly category?: string | undefined };
export type Computed =
  | { readonly kind: 'share'; readonly numerator: ComputedPart; readonly denominator: ComputedPart }
  /** Measured by the product itself: performance indicators of the strategy with a target for the year, in percent. */
  | { readonly kind: 'targets_set' };

export type Baseline = { readonly value: Decimal; readonly period: string; readonly source: string };

/** The month and day on which a value is due, and how many years after the strategy year. */
export type DueRule = { readonly yearsAfter: number; readonly month: number; readonly day: number };

export type DataQuality = {
  readonly items: Readonly<Partial<Record<DataQualityItem, string>>>;
  readonly standards: Readonly<
    Partial<
      Record<DataQualityStandard, { readonly answer: StandardAnswer; readonly note: string; readonly assessedOn: Day }>
    >
  >;
};

/** One version of an indicator's definition: the federal indicator reference sheet. */
export type IndicatorDefinition = {
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly direction: Direction;
  /** Absolute, for direction maintain. */
  readonly tolerance: Decimal | null;
  readonly accumulation: Accumulation;
  readonly cumulativeSince: Day | null;
  readonly periodBasis: PeriodBasis;
  readonly level: IndicatorLevel;
  readonly role: IndicatorRole;
  readonly status: IndicatorStatus;
  readonly section: string;
  readonly owner: string | null;
  readonly dataSource: string;
  readonly collectionMethod: string | null;
  readonly frequency: string | null;
  /** null: the default of the period basis. */
  readonly dueRule: DueRule | null;
  readonly limitations: string | null;
  readonly disaggregations: readonly Disaggregation[];
  readonly reference: { readonly vocabulary: string; readonly code: string } | null;
  readonly computed: Computed | null;
  readonly baseline: Baseline | null;
  readonly dataQuality: DataQuality;
};

/** What an indicator is compared with in one year; a range has low and high instead of a value. */
export type TargetFigure = {
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
};

export type RatingInput = {
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
  readonly tolerance: Decimal | null;
  /** null: no target. */
  readonly target: TargetFigure | null;
  /** null: nothing reported (see absent). */
  readonly value: Decimal | null;
  /** Why there is no value; ignored where there is one. Default: not_reported. */
  readonly absent?: 'not_due' | 'not_reported' | 'not_applicable' | undefined;
  /** The approved value of the year before, else null. */
  readonly previous: Decimal | null;
  readonly baseline: Decimal | null;
  /** In percent; 10 unless the settings say otherwise. */
  readonly threshold: Decimal;
  /** For narrative indicators: the person's own choice. */
  readonly chosen?: Exclude<Rating, 'not_rated'> | null | undefined;
  /** true: the indicator was added after the period was over (isBeforeIndicator). */
  readonly isNew?: boolean | undefined;
  /** true once the due date has passed: a milestone that is not done is then below target. */
  readonly due?: boolean | undefined;
  /** How the sentence shows figures: a worked-out one is rounded to the indicator's decimals. Default: as stored. */
  readonly rounding?: 'stored' | 'computed' | undefined;
  /** Names for the sentence: "FY 2020" for the year before, "FY 2017" for the baseline. */
  readonly previousLabel?: string | undefined;
  readonly baselineLabel?: string | undefined;
};

export type RatingResult = {
  readonly rating: Rating;
  readonly reason: NotRatedReason | null;
  /** Percent of the target, positive = good, rounded half up to 1 decimal for showing; null where there is no percentage. */
  readonly deviation: Decimal | null;
  readonly explanationRequired: boolean;
  /** How the rating was worked out, in one sentence. */
  readonly sentence: string;
};

/** Counts over performance indicators; never an average of percentages. */
export type RollUp = {
  readonly indicators: number;
  readonly above: number;
  readonly on: number;
  readonly improved: number;
  readonly below: number;
  readonly notRated: number;
  /** above + on */
  readonly met: number;
  /** above + on + improved + below */
  readonly rated: number;
  readonly reported: number;
  readonly due: number;
  readonly explanationsMissing: number;
};

export type SuggestedAssessment = { readonly assessment: Assessment; readonly sentence: string };

export type Trend = {
  /** Absolute change against the period before. */
  readonly change: Decimal;
  /** In percent of the period before, one decimal; null where that was 0. */
  readonly percent: Decimal | null;
  readonly meaning: 'good' | 'bad' | 'neutral';
};

export type YearFigure = { readonly year: Year; readonly value: Decimal };
