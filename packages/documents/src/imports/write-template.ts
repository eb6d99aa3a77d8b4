import { type Decimal, ratingLabels, type Year } from '@fbs/core';
import { writeCsv } from './csv-adapter.ts';
import { type NewSheet, writeWorkbook } from './xlsx-adapter.ts';

type Place = { readonly indicator: string; readonly name: string; readonly year: Year };

export type TemplateValue = Place & {
  readonly unit: string;
  readonly value: Decimal | null;
  /** Of a narrative indicator, with the words of the rating that was chosen. */
  readonly text: string | null;
  readonly rating: string | null;
  /** Why the year does not apply. */
  readonly notApplicable: string | null;
  readonly explanation: string | null;
  readonly note: string | null;
  readonly source: string | null;
};
export type TemplateTarget = Place & {
  readonly target: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** Why there is none, on purpose. */
  readonly noTarget: string | null;
};
export type TemplateBreakdown = Place & {
  readonly dimension: string;
  readonly category: string;
  readonly value: Decimal | null;
};

/** What is recorded already, for people to fill in what is missing. */
export type ImportTemplate = {
  readonly title: string;
  readonly values: readonly TemplateValue[];
  readonly targets: readonly TemplateTarget[];
  readonly breakdowns: readonly TemplateBreakdown[];
};

const valueRows = (rows: readonly TemplateValue[]): string[][] => [
  [
    'indicator',
    'name',
    'unit',
    'year',
    'value',
    'explanation',
    'note',
    'source',
    'text',
    'rating',
    'not applicable',
    'reason',
  ],
  ...rows.map((row) => [
    row.indicator,
    row.name,
    row.unit,
    String(row.year),
    row.value ?? '',
    row.explanation ?? '',
    row.note ?? '',
    row.source ?? '',
    row.text ?? '',
    row.rating ?? '',
    row.notApplicable ?? '',
    '',
  ]),
];

const targetRows = (rows: readonly TemplateTarget[]): string[][] => [
  ['indicator', 'name', 'year', 'target', 'low', 'high', 'no target', 'reason'],
  ...rows.map(({ indicator, name, year, target, low, high, noTarget }) => [
    indicator,
    name,
    String(year),
    target ?? '',
    low ?? '',
    high ?? '',
    noTarget ?? '',
    '',
  ]),
];

const breakdownRows = (rows: readonly TemplateBreakdown[]): string[][] => [
  ['indicator', 'name', 'year', 'dimension', 'category', 'value', 'reason'],
  ...rows.map(({ indicator, name, year, dimension, category, value }) => [
    indicator,
    name,
    String(year),
    dimension,
    category,
    value ?? '',
    '',
  ]),
];

const { not_rated: _notRated, ...chosen } = ratingLabels;
const ratings = Object.values(chosen);

const guide = (title: string): string[][] =>
  [
    title,
    'Values, Targets and Breakdowns are read; this sheet is not. Keep the names of the columns in the first row.',
    'The names of the columns are locked, without a password. What you paste may bring a lock of its own along: then take the protection of the sheet off.',
    'One row says one thing: an indicator in a year. Type figures as digits with an optional point, up to 15 digits.',
    'An empty cell leaves what is recorded as it is: nothing is deleted by an import.',
    'A percent is written without its sign: 71.4 for 71.4%. A milestone is 1 (done) or 0 (not done).',
    'To correct an approved value, or to revise a target, write why in the column "reason".',
    `A narrative indicator has no value: write its text in the column "text" and its rating in "rating", as ${ratings.map((each) => `"${each}"`).join(', ')}.`,
    'Where a year does not apply, write why in the column "not applicable", and leave the rest of the row empty.',
    'Where there is no target on purpose, write why in the column "no target" of the sheet Targets.',
    'Computed indicators are not listed: they follow from the others.',
    'The upload first shows what would happen, row by row, and changes nothing. You then decide.',
    'The ratings that the column "rating" offers:',
    ...ratings,
  ].map((line) => [line]);

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The words of the ratings at the end of the guide: a drop-down cannot hold words with commas itself. */
const ratingCells = (guideRows: readonly unknown[]): string =>
  `Guide!$A$${guideRows.length - ratings.length + 1}:$A$${guideRows.length}`;

const sheetsOf = ({ title, values, targets, breakdowns }: ImportTemplate): NewSheet[] => {
  const codes = unique(values.map((row) => row.indicator));
  const years = unique(values.map((row) => String(row.year)));
  const guideRows = guide(title);
  const sheets: NewSheet[] = [
    { name: 'Guide', rows: guideRows, numbers: [], widths: [110], choices: {} },
    {
      name: 'Values',
      rows: valueRows(values),
      numbers: [3, 4],
      widths: [10, 46, 14, 8, 18, 50, 30, 30, 50, 24, 30, 30],
      choices: { 0: codes, 3: years, 9: ratingCells(guideRows) },
    },
  ];
  if (targets.length > 0) {
    const choices = { 0: unique(targets.map((row) => row.indicator)), 2: years };
    const widths = [10, 46, 8, 18, 18, 18, 40, 40];
    sheets.push({ name: 'Targets', rows: targetRows(targets), numbers: [2, 3, 4, 5], widths, choices });
  }
  if (breakdowns.length > 0) {
    const choices = {
      0: unique(breakdowns.map((row) => row.indicator)),
      2: years,
      3: unique(breakdowns.map((row) => row.dimension)),
      4: unique(breakdowns.map((row) => row.category)),
    };
    const widths = [10, 46, 8, 22, 30, 18, 30];
    sheets.push({ name: 'Breakdowns', rows: breakdownRows(breakdowns), numbers: [2, 5], widths, choices });
  }
  return sheets;
};

export const templateToXlsx = (template: ImportTemplate): Promise<Uint8Array> =>
  writeWorkbook(template.title, sheetsOf(template));

/** The values alone: a CSV file is one sheet. */
export const templateToCsv = ({ values }: ImportTemplate): string => writeCsv(valueRows(values));
