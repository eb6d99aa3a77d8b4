import { type RollUp, ratingLabels, ratings } from '@fbs/core';
import type { SheetChart } from 'hucre/xlsx';
import { ratingColors } from '../palette.ts';
import { countOf } from '../paper/results-at-a-glance.ts';
import type { NewSheet, SheetCell } from './workbook.ts';

export const overviewName = 'Overview';

const across = 9;
/** Characters that fit on a line of the merged columns; a line is 15 points high. */
const charactersOnLine = 120;

const heightOf = (text: string): number =>
  Math.min(
    15 * text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersOnLine)), 0) +
      4,
    400,
  );

/** What has counts by rating: a goal in a year, or a year. */
export type CountedRow = { readonly label: string; readonly name: string; readonly counts: RollUp };

const cellsOf = ({ label, name, counts }: CountedRow): SheetCell[] => [
  { value: label, look: 'strong' },
  { value: name },
  ...ratings.map((rating) => ({ value: countOf[rating](counts), format: '0' })),
  { value: `${counts.met} of ${counts.rated}`, look: 'absent' },
  { value: `${counts.reported} of ${counts.due}`, look: 'absent' },
];

const chartOf = (head: number, rows: number, altText: string): SheetChart => {
  const column = (at: number): string => String.fromCharCode(65 + at);
  const range = (at: number): string => `${overviewName}!$${column(at)}$${head + 2}:$${column(at)}$${head + 1 + rows}`;
  return {
    type: 'bar',
    barGrouping: 'stacked',
    overlap: 100,
    gapWidth: 60,
    title: 'Performance indicators by rating',
    titleFontSize: 12,
    series: ratings.map((rating, index) => ({
      name: ratingLabels[rating],
      values: range(2 + index),
      categories: range(0),
      color: rating === 'not_rated' ? 'C6CACE' : ratingColors[rating],
    })),
    axes: { x: { reverse: true }, y: { minorTickMark: 'none', scale: { min: 0, majorUnit: 1 } } },
    anchor: { from: { row: head + rows + 2, col: 0 }, to: { row: head + rows + 19, col: across } },
    legend: 'bottom',
    altText,
  };
};

export type OtherSheet = { readonly name: string; readonly about: string; readonly rows: number };

export type Glance = {
  /** What stands above the table: of what, of when, and how far it can be relied on. */
  readonly opening: readonly SheetCell[];
  /** The names of the first two columns. */
  readonly heads: readonly [label: string, name: string];
  readonly rows: readonly CountedRow[];
  /** What the chart shows, in words. */
  readonly altText: string;
  readonly others: readonly OtherSheet[];
};

/** The first sheet: what this is, how it went, and what stands where. */
export const glanceSheet = ({ opening, heads, rows, altText, others }: Glance): NewSheet => {
  const head = opening.length;
  const listAt = head + rows.length + 21;
  const gap = Array.from({ length: listAt - head - rows.length - 1 }, () => []);
  const names = [...heads, ...ratings.map((rating) => ratingLabels[rating]), 'Met of rated', 'Reported of due'];
  return {
    name: overviewName,
    rows: [
      ...opening.map((cell) => [cell]),
      names.map((value, at) => ({ value, look: 'head' as const, right: at > 1 })),
      ...rows.map(cellsOf),
      ...gap,
      ['Sheet', 'What stands on it', null, null, null, null, null, null, 'Rows'].map((value) => ({
        value,
        look: 'head' as const,
        right: value === 'Rows',
      })),
      ...others.map(({ name, about, rows: count }): SheetCell[] => [
        { value: name, look: 'link', sheet: name },
        { value: about, look: 'line' },
        ...Array.from({ length: across - 3 }, () => ({ value: null })),
        { value: count, format: '#,##0' },
      ]),
    ],
    widths: [22, 40, 11, 11, 16, 11, 11, 14, 16],
    frozenRows: 0,
    frozenColumns: 0,
    filter: false,
    charts: [chartOf(head, rows.length, altText)],
    spans: Object.fromEntries(
      opening.map(({ value, look }, row) => [
        row,
        { columns: across, height: look === 'title' ? 26 : heightOf(String(value ?? '')) },
      ]),
    ),
  };
};
