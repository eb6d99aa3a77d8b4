import type { DocumentGoal, ReviewDocument } from '@fbs/contract';
import { type Rating, ratingLabels, ratings } from '@fbs/core';
import type { SheetChart } from 'hucre/xlsx';
import { instantWords } from '../day-words.ts';
import type { ExportOptions } from '../export-options.ts';
import { ratingColors } from '../palette.ts';
import { notHeldBy } from '../tables/document-rows.ts';
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

const standing = ({ draft, number, signOff, asOf }: ReviewDocument): SheetCell =>
  draft
    ? {
        value: `DRAFT of version ${number}, as of ${instantWords(asOf)}: figures and words can still change.`,
        look: 'alarm',
      }
    : { value: `Version ${number}, signed off by ${signOff?.person ?? ''} on ${instantWords(signOff?.at ?? asOf)}.` };

const illustrativeLine = ({ illustrative: { figures, texts }, year }: ReviewDocument): SheetCell[] =>
  figures + texts === 0
    ? []
    : [
        {
          value: `Illustrative: ${figures} figures and targets of FY ${year}, and the words of ${texts} sections, were invented for evaluation. Every sheet marks them.`,
          look: 'wash',
        },
      ];

/** What stands above the table: of what, of when, and how far it can be relied on. */
const openingLines = (document: ReviewDocument, { sha256, product }: ExportOptions): SheetCell[] => {
  const { strategy, year, jspStatement, summary } = document;
  return [
    { value: `Annual review FY ${year}`, look: 'title' },
    { value: `${strategy.title}, ${strategy.organization}, ${strategy.parent}`, look: 'soft' },
    standing(document),
    ...(sha256 === null ? [] : [{ value: `SHA-256 of the signed snapshot: ${sha256}`, look: 'soft' } as const]),
    ...illustrativeLine(document),
    ...notHeldBy(document).map((value) => ({ value, look: 'soft' }) as const),
    ...(summary === null ? [] : [{ value: summary }]),
    ...(jspStatement === null ? [] : [{ value: jspStatement }]),
    { value: `Made with ${product}. The figures are those of the review; nothing is worked out here.`, look: 'soft' },
    { value: null },
  ];
};

const counts: Readonly<Record<Rating, (goal: DocumentGoal) => number>> = {
  above_target: ({ rollUp }) => rollUp.above,
  on_target: ({ rollUp }) => rollUp.on,
  improved_target_not_met: ({ rollUp }) => rollUp.improved,
  below_target: ({ rollUp }) => rollUp.below,
  not_rated: ({ rollUp }) => rollUp.notRated,
};

const goalHeads = ['Goal', 'Name', ...ratings.map((rating) => ratingLabels[rating]), 'Met of rated', 'Reported of due'];

const goalRow = (goal: DocumentGoal): SheetCell[] => [
  { value: `Goal ${goal.code}`, look: 'strong' },
  { value: goal.shortName },
  ...ratings.map((rating) => ({ value: counts[rating](goal), format: '0' })),
  { value: `${goal.rollUp.met} of ${goal.rollUp.rated}`, look: 'absent' },
  { value: `${goal.rollUp.reported} of ${goal.rollUp.due}`, look: 'absent' },
];

const chartOfGoals = (head: number, goals: number): SheetChart => {
  const column = (at: number): string => String.fromCharCode(65 + at);
  const range = (at: number): string => `${overviewName}!$${column(at)}$${head + 2}:$${column(at)}$${head + 1 + goals}`;
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
    anchor: { from: { row: head + goals + 2, col: 0 }, to: { row: head + goals + 19, col: across } },
    legend: 'bottom',
    altText:
      'Stacked bars: how many performance indicators of each goal have each rating. The table above has the same figures.',
  };
};

/** The first sheet: what this is, how the year went, and what stands where. */
export const overviewSheet = (
  document: ReviewDocument,
  options: ExportOptions,
  others: readonly { readonly name: string; readonly about: string; readonly rows: number }[],
): NewSheet => {
  const opening = openingLines(document, options);
  const head = opening.length;
  const listAt = head + document.goals.length + 21;
  const gap = Array.from({ length: listAt - head - document.goals.length - 1 }, () => []);
  return {
    name: overviewName,
    rows: [
      ...opening.map((cell) => [cell]),
      goalHeads.map((value, at) => ({ value, look: 'head' as const, right: at > 1 })),
      ...document.goals.map(goalRow),
      ...gap,
      ['Sheet', 'What stands on it', null, null, null, null, null, null, 'Rows'].map((value) => ({
        value,
        look: 'head' as const,
      })),
      ...others.map(({ name, about, rows }): SheetCell[] => [
        { value: name, look: 'link', sheet: name },
        { value: about, look: 'line' },
        ...Array.from({ length: across - 3 }, () => ({ value: null })),
        { value: rows, format: '#,##0' },
      ]),
    ],
    widths: [22, 40, 11, 11, 16, 11, 11, 14, 16],
    frozenRows: 0,
    frozenColumns: 0,
    filter: false,
    charts: [chartOfGoals(head, document.goals.length)],
    spans: Object.fromEntries(
      opening.map(({ value, look }, row) => [
        row,
        { columns: across, height: look === 'title' ? 26 : heightOf(String(value ?? '')) },
      ]),
    ),
  };
};
