import {
  type Computed,
  type ComputedPart,
  type Decimal,
  isBeforeIndicator,
  type RecordedState,
  type Verification,
  type Year,
} from '@fbs/core';
import type { valueRepository } from '@fbs/db';
import { type Facts, type Indicator, placeOf } from './load-facts.ts';
import type { Rules } from './rules.ts';

/** What is recorded, or computed, of an indicator in a year. */
export type Figure = {
  readonly recorded: RecordedState | null;
  readonly value: Decimal | null;
  readonly source: string | null;
  readonly verification: Verification | null;
  readonly illustrative: boolean;
  readonly restated: boolean;
  /** The row behind it; a computed figure has none. */
  readonly row: valueRepository.ValueRow | undefined;
};

const nothing: Figure = {
  recorded: null,
  value: null,
  source: null,
  verification: null,
  illustrative: false,
  restated: false,
  row: undefined,
};

const recordedFigure = (row: valueRepository.ValueRow | undefined): Figure =>
  row === undefined
    ? nothing
    : {
        recorded: row.state,
        value: row.value,
        source: row.source,
        verification: row.verification,
        illustrative: row.illustrative,
        restated: row.restated,
        row,
      };

const isReportedState = (state: RecordedState | null): boolean => state === 'approved' || state === 'submitted';

const partOf = (facts: Facts, part: ComputedPart, year: Year): Figure => {
  const indicator = facts.indicators.find((each) => each.code === part.indicator);
  const figure = recordedFigure(indicator && facts.values.get(placeOf(indicator.id, year)));
  if (part.category === undefined || figure.row === undefined) return figure;
  const rows = facts.parts.get(figure.row.breakdownId ?? '') ?? [];
  return { ...figure, value: rows.find((row) => row.category === part.category)?.value ?? null };
};

type Share = Extract<Computed, { kind: 'share' }>;

/** The parts of a share in a year, where they count as reported. */
export const sharePartsOf = (facts: Facts, { numerator, denominator }: Share, year: Year) => {
  const reportedOf = (part: ComputedPart): Decimal | null => {
    const figure = partOf(facts, part, year);
    return isReportedState(figure.recorded) ? figure.value : null;
  };
  return { numerator: reportedOf(numerator), denominator: reportedOf(denominator) };
};

const sharedFigure = (facts: Facts, { shareOf }: Rules, computed: Share, year: Year): Figure => {
  const parts = [partOf(facts, computed.numerator, year), partOf(facts, computed.denominator, year)] as const;
  if (!parts.every((part) => isReportedState(part.recorded))) return nothing;
  const share = shareOf(parts[0].value, parts[1].value);
  if ('absent' in share)
    return share.absent === 'not_applicable' ? { ...nothing, recorded: 'not_applicable' } : nothing;
  return {
    recorded: parts.every((part) => part.recorded === 'approved') ? 'approved' : 'submitted',
    value: share.value,
    source: parts[0].source,
    verification: 'derived',
    illustrative: parts.some((part) => part.illustrative),
    restated: parts.some((part) => part.restated),
    row: undefined,
  };
};

/** Known once the year is over: how many performance indicators have a target for it. */
const targetsSetFigure = (facts: Facts, { percentOf, periodOf }: Rules, year: Year): Figure => {
  if (facts.moment.today <= periodOf('fiscal_year', year).end) return nothing;
  const targetSet = ({ id }: Indicator) => {
    const target = facts.targets.get(placeOf(id, year));
    // one that was taken back has neither a figure nor a reason for having none
    return target?.value != null || target?.low != null ? target : undefined;
  };
  // what was added after the year could not have one in time, so it does not count as lacking one
  const counted = facts.indicators.filter(
    (indicator) =>
      indicator.definition.role === 'performance' &&
      indicator.definition.status !== 'retired' &&
      (indicator.addedOn === null ||
        targetSet(indicator) !== undefined ||
        !isBeforeIndicator(indicator.addedOn, periodOf(indicator.definition.periodBasis, year).end)),
  );
  const targets = counted.map(targetSet).filter((target) => target !== undefined);
  const value = percentOf(String(targets.length), String(counted.length), 12);
  if (value === null) return { ...nothing, recorded: 'not_applicable' };
  return {
    ...nothing,
    recorded: 'approved',
    value,
    source: 'The targets recorded here',
    verification: 'derived',
    illustrative: targets.some((target) => target.illustrative),
  };
};

export const figureOf = (facts: Facts, rules: Rules, indicator: Indicator, year: Year): Figure => {
  const { computed } = indicator.definition;
  if (computed === null) return recordedFigure(facts.values.get(placeOf(indicator.id, year)));
  return computed.kind === 'share' ? sharedFigure(facts, rules, computed, year) : targetsSetFigure(facts, rules, year);
};
