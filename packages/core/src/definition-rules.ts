import { compareDecimals, parseDecimal } from './decimal.ts';
import { dayInMonth, isDay } from './fiscal-year.ts';
import { findInFormula } from './formula-rules.ts';
import type { IndicatorDefinition } from './types.ts';
import { type Decimal, dataQualityStandards } from './vocabulary.ts';

/** What does not fit in a definition: where (a path within it, "baseline/value"), and what to do. */
export type DefinitionFinding = { readonly pointer: string; readonly detail: string };

/** An indicator beside the one that is defined. */
export type DefinedIndicator = { readonly code: string; readonly definition: IndicatorDefinition };

const blank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const find = (holds: boolean, pointer: string, detail: string): DefinitionFinding[] =>
  holds ? [{ pointer, detail }] : [];

const isNumber = (text: Decimal): boolean => parseDecimal(text) !== null;
const notANumber = 'Write a number of up to 15 digits, with a point before decimals and without commas.';

const findInWords = ({ name, definition, unit }: IndicatorDefinition): DefinitionFinding[] => [
  ...find(blank(name), 'name', 'Write the name of the indicator.'),
  ...find(blank(definition), 'definition', 'Write what counts and what does not.'),
  ...find(blank(unit), 'unit', 'Write the unit of the figure, for example people.'),
];

const findInMeasure = (definition: IndicatorDefinition): DefinitionFinding[] => {
  const { kind, decimals, direction, tolerance, accumulation, cumulativeSince } = definition;
  const isTolerance = tolerance === null || (isNumber(tolerance) && compareDecimals(tolerance, '0') >= 0);
  return [
    ...find(
      kind === 'milestone' && decimals !== 0,
      'decimals',
      'A milestone is done or not done: set its decimals to 0.',
    ),
    ...find(
      tolerance !== null && direction !== 'maintain',
      'tolerance',
      'Only a figure that is to be kept has a tolerance: leave it empty, or choose that direction.',
    ),
    ...find(!isTolerance, 'tolerance', 'Write a tolerance of 0 or more, as a number without commas.'),
    ...find(
      cumulativeSince !== null && accumulation !== 'cumulative',
      'cumulativeSince',
      'Only a cumulative figure counts since a day: leave it empty, or choose cumulative counting.',
    ),
    ...find(
      cumulativeSince !== null && !isDay(cumulativeSince),
      'cumulativeSince',
      'Choose a day that the calendar has.',
    ),
  ];
};

const findInDueRule = ({ dueRule }: IndicatorDefinition): DefinitionFinding[] => {
  if (dueRule === null) return [];
  // a leap year, so that February 29 is a day
  const last = Number(dayInMonth(2000, dueRule.month, 31).slice(8));
  return find(
    !Number.isInteger(dueRule.day) || dueRule.day < 1 || dueRule.day > last,
    'dueRule',
    `Choose a day from 1 to ${last}: the month has no other.`,
  );
};

const findInBaseline = ({ baseline, kind }: IndicatorDefinition): DefinitionFinding[] => {
  if (baseline === null) return [];
  const isCounted = kind !== 'milestone' && kind !== 'narrative';
  return [
    ...find(!isCounted, 'baseline/value', 'A milestone or narrative has no baseline figure: leave the baseline empty.'),
    ...find(isCounted && !isNumber(baseline.value), 'baseline/value', notANumber),
    ...find(blank(baseline.period), 'baseline/period', 'Say which period the baseline covers, for example FY 2017.'),
  ];
};

const findInReference = ({ reference }: IndicatorDefinition): DefinitionFinding[] =>
  reference === null
    ? []
    : [
        ...find(blank(reference.vocabulary), 'reference/vocabulary', 'Name the list that the code is from.'),
        ...find(blank(reference.code), 'reference/code', 'Write the code within the list, for example PS.5.1-28.'),
      ];

const hasTwice = (texts: readonly string[]): boolean =>
  new Set(texts.map((text) => text.trim().toLowerCase())).size < texts.length;

const findInBreakdowns = ({ disaggregations, computed }: IndicatorDefinition): DefinitionFinding[] => [
  ...find(
    computed !== null && disaggregations.length > 0,
    'disaggregations',
    'A computed figure has no breakdown of its own: remove the breakdowns, or enter the figure instead.',
  ),
  ...disaggregations.flatMap(({ dimension, categories }, index) => [
    ...find(blank(dimension), `disaggregations/${index}/dimension`, 'Say what it is broken down by, for example sex.'),
    ...find(
      hasTwice(disaggregations.slice(0, index + 1).map((each) => each.dimension)) &&
        !hasTwice(disaggregations.slice(0, index).map((each) => each.dimension)),
      `disaggregations/${index}/dimension`,
      `There are two breakdowns by ${dimension}: keep one.`,
    ),
    ...find(
      categories.length === 0 || categories.some(blank),
      `disaggregations/${index}/categories`,
      'Write at least one category, one on each line.',
    ),
    ...find(hasTwice(categories), `disaggregations/${index}/categories`, 'A category stands there twice: keep one.'),
  ]),
];

const findInDataQuality = ({ dataQuality }: IndicatorDefinition): DefinitionFinding[] =>
  dataQualityStandards.flatMap((standard) => {
    const assessed = dataQuality.standards[standard];
    const pointer = `dataQuality/standards/${standard}`;
    return [
      ...find(
        assessed !== undefined && !isDay(assessed.assessedOn),
        `${pointer}/assessedOn`,
        'Choose the day on which this was assessed.',
      ),
      ...find(
        assessed?.answer === 'concern' && blank(assessed.note),
        `${pointer}/note`,
        'Say in the note what the concern is.',
      ),
    ];
  });

/** Everything that does not fit in the definition of an indicator among the others of its strategy; empty: all fits. */
export const findInDefinition = (
  code: string,
  definition: IndicatorDefinition,
  others: readonly DefinedIndicator[],
): DefinitionFinding[] => [
  ...findInWords(definition),
  ...findInMeasure(definition),
  ...findInFormula(code, definition, others),
  ...findInDueRule(definition),
  ...findInReference(definition),
  ...findInBaseline(definition),
  ...findInBreakdowns(definition),
  ...findInDataQuality(definition),
];
