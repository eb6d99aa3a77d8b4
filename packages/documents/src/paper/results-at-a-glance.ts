import type { DocumentGoal, DocumentIndicator, DocumentObjective, ReviewDocument } from '@fbs/contract';
import { type Rating, type RollUp, ratingLabels, ratings, rollUp } from '@fbs/core';
import { fiscalYearWords } from '../day-words.ts';
import { marked } from '../figure-words.ts';
import { ratingColors } from '../palette.ts';
import { ratingSymbols } from '../rating-marks.ts';
import { type Block, caption, heading, paragraph, type Run, run, strong, symbol } from './blocks.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';

export const countOf: Readonly<Record<Rating, (counts: RollUp) => number>> = {
  above_target: (counts) => counts.above,
  on_target: (counts) => counts.on,
  improved_target_not_met: (counts) => counts.improved,
  below_target: (counts) => counts.below,
  not_rated: (counts) => counts.notRated,
};

/** The counts of a year, from the figures of all years that the review holds; null where it has none of that year. */
export const countsOfYear = (indicators: readonly DocumentIndicator[], year: number): RollUp | null => {
  const items = indicators.flatMap(({ definition: { role }, years }) => {
    const entry = years.find((candidate) => candidate.year === year);
    if (!entry) return [];
    const { state, due, explanationMissing } = entry;
    return [{ role, state, due, rating: entry.rating.rating, explanationMissing }];
  });
  return items.length === 0 ? null : rollUp(items);
};

const changeInMet = (now: RollUp, before: RollUp | null): string => {
  if (before === null) return 'First year';
  const change = now.met - before.met;
  if (change === 0) return 'No change';
  return change > 0 ? `+${change}` : `\u2212${-change}`;
};

export const ratingHead = (rating: Rating): Run[] => [
  symbol(ratingSymbols[rating], ratingColors[rating]),
  run(` ${ratingLabels[rating]}`),
];

const ratingWidths: Readonly<Record<Rating, number>> = {
  above_target: 860,
  on_target: 820,
  improved_target_not_met: 1_140,
  below_target: 860,
  not_rated: 820,
};

const columns = (first: string, year: number): Column[] => [
  { head: first, width: 2_000 },
  ...ratings.map((rating): Column => ({ head: ratingHead(rating), width: ratingWidths[rating], right: true })),
  { head: 'Met of rated', width: 880, right: true },
  { head: 'Reported of due', width: 1_040, right: true },
  { head: `Met, against ${fiscalYearWords(year - 1)}`, width: 1_120, right: true },
];

const countCells = (counts: RollUp, before: RollUp | null): string[] => [
  ...ratings.map((rating) => String(countOf[rating](counts))),
  `${counts.met} of ${counts.rated}`,
  `${counts.reported} of ${counts.due}`,
  changeInMet(counts, before),
];

const indicatorsOf = (goal: DocumentGoal): DocumentIndicator[] => goal.objectives.flatMap((one) => [...one.indicators]);

const goalRow = (goal: DocumentGoal, year: number): Cell[] => [
  `${goal.code} ${goal.shortName}`,
  ...countCells(goal.rollUp, countsOfYear(indicatorsOf(goal), year - 1)),
];

const totalRow = ({ rollUp: counts, previousRollUp }: ReviewDocument): Cell[] => {
  const right = { right: true };
  const cells = countCells(counts, previousRollUp).map((text) => [line([strong(text)], right)]);
  return [[line([strong('Whole strategy')])], ...cells];
};

const objectiveRow = (objective: DocumentObjective, document: ReviewDocument): Cell[] => {
  const { section, rollUp: counts } = objective;
  const name = section.assessment === null ? null : document.method.assessmentNames[section.assessment];
  return [
    `${objective.code} ${objective.shortName}`,
    name === null ? 'Not yet assessed' : marked(name, section.illustrative),
    `${counts.met} of ${counts.rated}`,
    `${counts.reported} of ${counts.due}`,
    changeInMet(counts, countsOfYear(objective.indicators, document.year - 1)),
  ];
};

const objectiveColumns = (year: number): Column[] => [
  { head: 'Objective', width: 3_800 },
  { head: 'Assessment', width: 2_600 },
  ...columns('', year).slice(-3),
];

export const resultsAtAGlance = (document: ReviewDocument): Block[] => {
  const { goals, year } = document;
  return [
    heading(1, 'Results at a glance', true),
    paragraph(
      'Normal',
      'Performance indicators are counted by rating; met means above target or on target. Context indicators are shown with their objective and never counted.',
    ),
    caption('Table', `Performance indicators by goal and rating, ${fiscalYearWords(year)}`),
    dataTable(columns('Goal', year), [...goals.map((goal) => goalRow(goal, year)), totalRow(document)], true),
    caption('Table', `Assessments of the objectives, ${fiscalYearWords(year)}`),
    dataTable(
      objectiveColumns(year),
      goals.flatMap((goal) => goal.objectives.map((objective) => objectiveRow(objective, document))),
      true,
    ),
  ];
};
