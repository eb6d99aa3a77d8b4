import type {
  Accumulation,
  Direction,
  IndicatorDefinition,
  IndicatorKind,
  IndicatorLevel,
  IndicatorRole,
  IndicatorStatus,
  PeriodBasis,
} from '@fbs/core';
import { readSeedJson } from './seed-files.ts';

type Part = { readonly indicator: string; readonly disaggregation?: string };

type IndicatorEntry = {
  readonly code: string;
  readonly objective: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly direction: Direction;
  readonly accumulation: Accumulation;
  readonly period_basis: PeriodBasis;
  readonly level: IndicatorLevel;
  readonly role: IndicatorRole;
  readonly section: string;
  readonly data_source: string;
  readonly definition: string;
  readonly status: IndicatorStatus;
  readonly limitations?: string;
  readonly decimals?: number;
  readonly cumulative_since?: string;
  readonly reference?: { readonly vocabulary: string; readonly code: string };
  readonly disaggregations?: readonly {
    readonly dimension: string;
    readonly categories: readonly string[];
    readonly sums_to_total: boolean;
  }[];
  readonly computed?: { readonly numerator: Part; readonly denominator: Part };
  readonly self_measured?: boolean;
};

export const readIndicators = (): readonly IndicatorEntry[] =>
  readSeedJson<{ readonly indicators: readonly IndicatorEntry[] }>('indicators.json').indicators;

const partOf = ({ indicator, disaggregation }: Part) => ({
  indicator,
  ...(disaggregation === undefined ? {} : { category: disaggregation }),
});

const computedOf = ({ computed, self_measured }: IndicatorEntry): IndicatorDefinition['computed'] => {
  if (self_measured) return { kind: 'targets_set' };
  if (!computed) return null;
  return { kind: 'share', numerator: partOf(computed.numerator), denominator: partOf(computed.denominator) };
};

/** The first version of an indicator's reference sheet: what is proposed, with everything else still open. */
export const definitionOf = (entry: IndicatorEntry): IndicatorDefinition => ({
  name: entry.name,
  definition: entry.definition,
  unit: entry.unit,
  kind: entry.kind,
  // whole percents would hide what happens to a share
  decimals: entry.decimals ?? (entry.kind === 'percent' ? 1 : 0),
  direction: entry.direction,
  tolerance: null,
  accumulation: entry.accumulation,
  cumulativeSince: entry.cumulative_since ?? null,
  periodBasis: entry.period_basis,
  level: entry.level,
  role: entry.role,
  status: entry.status,
  section: entry.section,
  owner: null,
  dataSource: entry.data_source,
  collectionMethod: null,
  frequency: null,
  dueRule: null,
  limitations: entry.limitations ?? null,
  disaggregations: (entry.disaggregations ?? []).map(({ dimension, categories, sums_to_total }) => ({
    dimension,
    categories,
    sumsToTotal: sums_to_total,
  })),
  reference: entry.reference ?? null,
  computed: computedOf(entry),
  baseline: null,
  dataQuality: { items: {}, standards: {} },
});
