import type { DocumentIndicator } from '@fbs/contract';
import { fiscalYearWords } from '../day-words.ts';
import {
  basisWords,
  changeWords,
  figureWords,
  initialTargetWords,
  marked,
  previousIsIllustrative,
  ratingIsIllustrative,
  revisedTargetWords,
  valueWords,
} from '../figure-words.ts';
import { ratingColors } from '../palette.ts';
import { ratingPhrase, ratingSymbols } from '../rating-marks.ts';
import { type Block, caption, colored, type Paragraph, paragraph, run, strong, symbol } from './blocks.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';
import { indicatorNotes } from './indicator-notes.ts';

const right = { right: true } as const;

const nameCell = ({ code, definition, entry }: DocumentIndicator): Paragraph[] => [
  line([strong(`${code} `), run(definition.name)]),
  line(basisWords(entry, definition), { style: 'TableSmall' }),
];

const baselineCell = ({ definition }: DocumentIndicator): Cell => {
  const { baseline } = definition;
  if (baseline === null) return 'No baseline';
  const period = line(baseline.period, { right: true, style: 'TableSmall' });
  return [line(figureWords(baseline.value, definition), right), period];
};

const revisedCell = ({ definition, entry: { target } }: DocumentIndicator): Cell => {
  const words = line(revisedTargetWords(target, definition), right);
  if (!target.afterResult) return [words];
  return [words, line('revised after the result was known', { right: true, style: 'TableSmall' })];
};

const valueCell = ({ definition, entry }: DocumentIndicator): Cell => {
  const words = valueWords(entry, definition);
  const value = line(entry.value === null ? words : [strong(words)], right);
  return entry.restated ? [value, line('restated', { right: true, style: 'TableSmall' })] : [value];
};

const ratingCell = ({ entry: { rating } }: DocumentIndicator): Cell => {
  const color = ratingColors[rating.rating];
  const words = ` ${ratingPhrase(rating.rating, rating.reason)}`;
  return [
    line([
      symbol(ratingSymbols[rating.rating], color),
      rating.rating === 'not_rated' ? run(words) : colored(words, color),
    ]),
  ];
};

const figureColumns: Column[] = [
  { head: 'Indicator', width: 2_920 },
  { head: 'Baseline', width: 1_220, right: true },
  { head: 'Initial target', width: 1_060, right: true },
  { head: 'Revised target', width: 1_180, right: true },
  { head: 'Value', width: 1_400, right: true },
  { head: 'Rating', width: 1_868 },
];

const figureRow = (indicator: DocumentIndicator): Cell[] => [
  nameCell(indicator),
  baselineCell(indicator),
  initialTargetWords(indicator.entry.target, indicator.definition),
  revisedCell(indicator),
  valueCell(indicator),
  ratingCell(indicator),
];

const workingColumns: Column[] = [
  { head: 'Indicator', width: 960 },
  { head: 'How it was rated', width: 3_500 },
  { head: 'Explanation and notes', width: 5_188 },
];

const workingRow = (indicator: DocumentIndicator): Cell[] => [
  [line([strong(indicator.code)])],
  marked(`${indicator.entry.rating.sentence}.`, ratingIsIllustrative(indicator)),
  indicatorNotes(indicator),
];

export const performanceTables = (code: string, year: number, indicators: readonly DocumentIndicator[]): Block[] => {
  if (indicators.length === 0) return [paragraph('Note', 'This objective has no performance indicator.')];
  return [
    caption('Table', `Performance indicators of objective ${code}, ${fiscalYearWords(year)}`),
    dataTable(figureColumns, indicators.map(figureRow)),
    caption('Table', `How the indicators of objective ${code} were rated, with explanations`),
    dataTable(workingColumns, indicators.map(workingRow), false),
  ];
};

const contextColumns: Column[] = [
  { head: 'Context indicator', width: 2_760 },
  { head: 'Value', width: 1_310, right: true },
  { head: 'Period before', width: 1_310, right: true },
  { head: 'Change', width: 1_200, right: true },
  { head: 'Source and notes', width: 3_068 },
];

const previousCell = (indicator: DocumentIndicator): Cell => {
  const { definition, entry } = indicator;
  if (entry.previous === null) return 'Not reported';
  const figure = marked(figureWords(entry.previous.value, definition), previousIsIllustrative(indicator));
  return [line(figure, right), line(entry.previous.label, { right: true, style: 'TableSmall' })];
};

const changeCell = (indicator: DocumentIndicator): Cell => {
  const { definition, entry } = indicator;
  const { change, percent } = changeWords(entry, definition);
  const words = marked(change, entry.trend !== null && (entry.illustrative || previousIsIllustrative(indicator)));
  return percent === null ? words : [line(words, right), line(percent, { right: true, style: 'TableSmall' })];
};

const contextRow = (indicator: DocumentIndicator): Cell[] => [
  nameCell(indicator),
  valueCell(indicator),
  previousCell(indicator),
  changeCell(indicator),
  indicatorNotes(indicator),
];

/** What governments and others did: beside the office's own results, never among them. */
export const contextTable = (code: string, indicators: readonly DocumentIndicator[]): Block[] =>
  indicators.length === 0
    ? []
    : [
        caption('Table', `Context of objective ${code}: shown for reading the results, never counted`),
        dataTable(contextColumns, indicators.map(contextRow)),
      ];
