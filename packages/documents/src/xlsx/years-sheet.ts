import type { DocumentIndicator, ReviewDocument } from '@fbs/contract';
import { cellRef, type SheetChart } from 'hucre/xlsx';
import { chartDescription } from '../chart-description.ts';
import { palette, ratingColors } from '../palette.ts';
import { indicatorsOf } from '../tables/document-rows.ts';
import { figureFormat } from './results-sheet.ts';
import { decimalCell, type NewSheet, type SheetCell } from './workbook.ts';

export const yearsSheetName = 'All years';
export const chartsSheetName = 'Charts';

const firstFigure = 4;

/** The years that any indicator has, oldest first. */
const yearsOf = (document: ReviewDocument): number[] => {
  const years = indicatorsOf(document).flatMap(({ indicator }) => indicator.years.map(({ year }) => year));
  return [...new Set(years)].sort((a, b) => a - b);
};

const rowOf = ({ code, definition, years }: DocumentIndicator, all: readonly number[]): SheetCell[] => {
  const entryOf = (year: number) => years.find((entry) => entry.year === year);
  const format = figureFormat(definition);
  return [
    { value: code, look: 'strong' },
    { value: definition.name },
    { value: definition.unit },
    decimalCell(definition.baseline?.value ?? null, format),
    ...all.map((year) => decimalCell(entryOf(year)?.value ?? null, format)),
    ...all.map((year) => decimalCell(entryOf(year)?.target.value ?? null, format)),
  ];
};

/** Values and targets of all years side by side: what charts are drawn from, here and by others. */
export const yearsSheet = (document: ReviewDocument): NewSheet => {
  const years = yearsOf(document);
  const heads = [
    'Indicator',
    'Name',
    'Unit',
    'Baseline',
    ...years.map((year) => `Value ${year}`),
    ...years.map((year) => `Target ${year}`),
  ];
  return {
    name: yearsSheetName,
    rows: [
      heads.map((value, at) => ({ value, look: 'head' as const, right: at >= firstFigure - 1 })),
      ...indicatorsOf(document).map(({ indicator }) => rowOf(indicator, years)),
    ],
    widths: [10, 40, 14, 12, ...years.flatMap(() => [12, 12])],
    frozenRows: 1,
    frozenColumns: 2,
    filter: true,
  };
};

const rangeOf = (sheet: string, row: number, from: number, count: number): string => {
  const [start, end] = [cellRef(row, from), cellRef(row, from + count - 1)];
  const absolute = (ref: string): string => ref.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `'${sheet}'!${absolute(start)}:${absolute(end)}`;
};

const chartsAcross = 2;
const chartRows = 15;
const chartColumns = 8;
const chartsOnPage = 4;
const firstChartRow = 2;

/** Columns for values, a line for targets: told apart by shape as well as colour. */
const chartOf = (indicator: DocumentIndicator, row: number, place: number, years: readonly number[]): SheetChart => {
  const { code, definition } = indicator;
  const from = {
    row: firstChartRow + Math.floor(place / chartsAcross) * (chartRows + 1),
    col: (place % chartsAcross) * (chartColumns + 1),
  };
  const categories = rangeOf(chartsSheetName, 1, 1, years.length);
  const hasTargets = indicator.years.some(({ target }) => target.value !== null);
  const canBeNegative = indicator.years.some(({ value, target }) => `${value}${target.value}`.includes('-'));
  const values = {
    name: 'Value',
    values: rangeOf(yearsSheetName, row, firstFigure, years.length),
    categories,
    color: ratingColors.on_target,
    marker: { symbol: 'circle', size: 7, fill: ratingColors.on_target },
    stroke: { width: 2.25 },
  } as const;
  const targets = {
    name: 'Target',
    values: rangeOf(yearsSheetName, row, firstFigure + years.length, years.length),
    categories,
    color: palette.inkSoft,
    marker: { symbol: 'diamond', size: 6, fill: palette.inkSoft },
    stroke: { width: 1.5, dash: 'dash' },
  } as const;
  return {
    type: 'line',
    title: `${code} ${definition.name} (${definition.unit})`,
    titleFontSize: 11,
    series: hasTargets ? [values, targets] : [values],
    anchor: { from, to: { row: from.row + chartRows, col: from.col + chartColumns } },
    legend: hasTargets ? 'bottom' : false,
    axes: { y: { minorTickMark: 'none', ...(canBeNegative ? {} : { scale: { min: 0 } }) } },
    dispBlanksAs: 'gap',
    altText: chartDescription(indicator).replace(/^Column chart from 0/, 'Line chart'),
  };
};

/** A native chart for every indicator that has figures of two years or more. */
export const chartsSheet = (document: ReviewDocument): NewSheet => {
  const years = yearsOf(document);
  const drawn = indicatorsOf(document)
    .map(({ indicator }, index) => ({ indicator, row: index + 1 }))
    .filter(({ indicator }) => indicator.years.filter(({ value }) => value !== null).length > 1);
  return {
    name: chartsSheetName,
    rows: [
      [{ value: 'Values and targets over the years', look: 'title' }],
      // what stands below the columns of every chart
      ['Years', ...years.map(String)].map((value) => ({ value, look: 'soft' as const })),
    ],
    widths: Array.from({ length: chartsAcross * (chartColumns + 1) }, () => 9),
    frozenRows: 0,
    frozenColumns: 0,
    filter: false,
    breaks: Array.from(
      { length: Math.floor((drawn.length - 1) / chartsOnPage) },
      (_, page) => firstChartRow + (page + 1) * (chartsOnPage / chartsAcross) * (chartRows + 1),
    ),
    charts: drawn.map(({ indicator, row }, place) => chartOf(indicator, row, place, years)),
  };
};
