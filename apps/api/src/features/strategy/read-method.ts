import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MethodPage } from '@fbs/contract';
import {
  type Day,
  type Direction,
  defaultDueRules,
  type Instant,
  type OfficeSettings,
  type PeriodBasis,
  periodBases,
  periodBasisLabels,
  type Rating,
  rate,
} from '@fbs/core';
import { planRepository, type Queries, valueRepository } from '@fbs/db';
import { parse } from 'csv-parse/sync';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { momentOf } from '../../results/moment.ts';
import { loadSettings } from '../../results/settings.ts';

type Row = Record<
  | 'direction'
  | 'target'
  | 'low'
  | 'high'
  | 'tolerance'
  | 'value'
  | 'previous'
  | 'baseline'
  | 'rating'
  | 'deviation'
  | 'why',
  string
>;

const casesFile = (): string => createRequire(import.meta.url).resolve('@fbs/core/data/rating-cases.csv');

const readCases = (): Row[] => parse(readFileSync(casesFile()), { columns: true });

const orNull = (text: string): string | null => (text === '' ? null : text);

/** A published case beside what the engine says of it now. */
const caseOf = (row: Row, settings: OfficeSettings): MethodPage['cases'][number] => {
  const direction = row.direction as Direction;
  const target = { value: orNull(row.target), low: orNull(row.low), high: orNull(row.high) };
  const result = rate({
    direction,
    kind: 'number',
    decimals: 0,
    unit: '',
    tolerance: orNull(row.tolerance),
    target: row.target === '' && row.low === '' ? null : target,
    value: orNull(row.value),
    previous: orNull(row.previous),
    baseline: orNull(row.baseline),
    threshold: settings.threshold,
  });
  return {
    direction,
    ...target,
    target: target.value,
    tolerance: orNull(row.tolerance),
    value: orNull(row.value),
    previous: orNull(row.previous),
    baseline: orNull(row.baseline),
    rating: row.rating as Rating,
    deviation: orNull(row.deviation),
    why: row.why,
    sentence: result.sentence,
    agrees: result.rating === row.rating,
  };
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const covers: Readonly<Record<PeriodBasis, string>> = {
  fiscal_year: 'October 1 of the year before to September 30 of the year',
  calendar_year: 'January 1 to December 31 of the year',
  tip_edition: 'the reporting period of the edition of the year: April of the year before to March',
  point_in_time: 'a stated date within the fiscal year',
};

const dueDates = (): MethodPage['dueDates'] =>
  periodBases.map((periodBasis) => {
    const { yearsAfter, month, day } = defaultDueRules[periodBasis];
    return {
      periodBasis,
      covers: `${periodBasisLabels[periodBasis]}: ${covers[periodBasis]}`,
      due: `${months[month - 1]} ${day} of the ${yearsAfter === 0 ? 'same' : 'following'} year`,
    };
  });

const sourcesOf = async (queries: Queries, strategy: string, until: Instant | null): Promise<MethodPage['sources']> => {
  const bySource = new Map<string, { figures: number; verifications: Set<string>; first: string }>();
  for (const { source, verification, at } of await valueRepository.listPublishedSources(queries, strategy, until)) {
    const known = bySource.get(source ?? '') ?? {
      figures: 0,
      verifications: new Set<string>(),
      first: at.slice(0, 10),
    };
    known.figures += 1;
    if (verification !== null) known.verifications.add(verification);
    bySource.set(source ?? '', known);
  }
  return [...bySource].map(([source, { figures, verifications, first }]) => ({
    source,
    figures,
    verification: [...verifications].join(', '),
    knownOn: first,
  }));
};

type Input = { readonly strategy: string; readonly asOf?: Day | undefined };

/** The sources that were known on the day asked for; the rules are those of today. */
export const readMethod = (context: Context, { strategy, asOf }: Input): Promise<MethodPage> => {
  allow(context.actor, 'read');
  const { until } = momentOf(asOf, context.clock());
  return context.database.read(async (queries) => {
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`);
    const settings = await loadSettings(queries, until);
    return {
      threshold: settings.threshold,
      selfApproval: settings.selfApproval,
      assessmentNames: settings.assessmentNames,
      dueDates: dueDates(),
      cases: readCases().map((row) => caseOf(row, settings)),
      sources: await sourcesOf(queries, strategy, until),
    };
  });
};
