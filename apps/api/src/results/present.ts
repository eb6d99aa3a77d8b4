import type { Entry } from '@fbs/contract';
import { checkBreakdown, isReported, subtractDecimals, type Year, yearSpan } from '@fbs/core';
import { breakdownRepository, type Queries, type targetRepository, type valueRepository } from '@fbs/db';
import type { Context } from '../context.ts';
import { DomainError, required } from '../domain-error.ts';
import { entryRightsOf } from './entry-rights.ts';
import { presentEntry } from './lines.ts';
import { type Facts, type Indicator, placeOf } from './load-facts.ts';
import type { Results } from './results.ts';

export const indicatorOf = (facts: Facts, code: string): Indicator =>
  required(
    facts.indicators.find((each) => each.code === code),
    `There is no indicator ${code} in this strategy.`,
  );

/** @throws DomainError invalid for a year that the strategy does not cover */
export const coveredYear = ({ strategy }: Facts, year: Year): Year => {
  if (year >= strategy.firstYear && year <= strategy.lastYear) return year;
  const span = yearSpan(strategy.firstYear, strategy.lastYear, ' to ');
  const detail = `FY ${year} lies outside the strategy of ${span}: choose a year of the strategy.`;
  throw new DomainError('invalid', detail, { errors: [{ pointer: '/year', detail }] });
};

const breakdownOf = async (queries: Queries, facts: Facts, indicator: Indicator, year: Year) => {
  const id = facts.values.get(placeOf(indicator.id, year))?.breakdownId ?? null;
  if (id === null) return [];
  return (await breakdownRepository.listBreakdownRows(queries, [id])).get(id) ?? [];
};

/** An indicator-year as the person who asks may see it, with what they may do. */
export const entryFor = async (
  queries: Queries,
  results: Results,
  indicator: Indicator,
  year: Year,
  context: Context,
): Promise<Entry> => {
  const { facts } = results;
  const { section, disaggregations } = indicator.definition;
  const entry = presentEntry(results.entry(indicator, year), context.actor, section);
  const breakdown = entry.withheld ? [] : await breakdownOf(queries, facts, indicator, year);
  return {
    ...entry,
    rights: entryRightsOf(facts, indicator, entry, context.actor),
    breakdown,
    findings: checkBreakdown(entry.value, disaggregations, breakdown).map((finding) => finding.sentence),
  };
};

/** Vintages newest first, each with its difference from the one before it. */
export const presentVintages = (rows: readonly valueRepository.VintageRow[], seesDrafts: boolean) =>
  rows.map((row, index) => {
    const before = rows[index + 1]?.value ?? null;
    const withheld = !seesDrafts && !isReported(row.state) && row.state !== 'not_applicable';
    const open = <T>(value: T): T | null => (withheld ? null : value);
    return {
      number: row.version,
      action: row.action,
      state: row.state,
      value: open(row.value),
      text: open(row.text),
      difference: row.value !== null && before !== null && !withheld ? subtractDecimals(row.value, before) : null,
      explanation: open(row.explanation),
      note: open(row.note),
      source: open(row.source),
      measuredOn: open(row.measuredOn),
      verification: row.verification,
      reason: open(row.reason),
      person: row.person,
      at: row.at,
      illustrative: row.illustrative,
      withheld,
    };
  });

export const presentTargetVintage = (row: targetRepository.TargetVintageRow) => ({
  year: row.year,
  number: row.number,
  value: row.value,
  low: row.low,
  high: row.high,
  noTargetReason: row.noTargetReason,
  reason: row.reason,
  afterResult: row.afterResult,
  person: row.person,
  at: row.at,
  illustrative: row.illustrative,
});
