import type { ReviewDocument } from '@fbs/contract';
import { yearSpan } from '@fbs/core';
import { strToU8, zipSync } from 'fflate';
import { aboutReview, aboutYears } from './about-review.ts';
import type { ExportOptions } from './export-options.ts';
import { writeCsv } from './imports/csv-adapter.ts';
import { cleanDeep } from './plain-text.ts';
import { reviewTables } from './tables/review-tables.ts';
import type { CellKind, Table, TableColumn } from './tables/table.ts';
import { atAGlance, type ReviewOfYear, yearsTables } from './tables/years-tables.ts';

/** The types of the Frictionless Table Schema. */
const fieldTypes: Readonly<Record<CellKind, object>> = {
  text: { type: 'string' },
  rich: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number', decimalChar: '.' },
  day: { type: 'date', format: 'default' },
  instant: { type: 'datetime', format: 'any' },
  yes_no: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
};

const richSigns =
  'Signs say how it looks: ## heading, - item, 1. item, **bold**, _italic_, [words](address); a backslash before a sign says that the sign itself is meant.';

const constraintsOf = ({ name, required, words }: TableColumn, { key }: Table): object => ({
  ...(required || key.includes(name) ? { required: true } : {}),
  ...(key.length === 1 && key[0] === name ? { unique: true } : {}),
  ...(words === null ? {} : { enum: Object.keys(words) }),
});

const fieldOf = (column: TableColumn, table: Table): object => {
  const { name, title, kind } = column;
  const description = kind === 'rich' ? `${column.description}. ${richSigns}` : column.description;
  const constraints = constraintsOf(column, table);
  const isBound = Object.keys(constraints).length > 0;
  return { name, title, description, ...fieldTypes[kind], ...(isBound ? { constraints } : {}) };
};

const resourceOf = (table: Table): object => ({
  profile: 'tabular-data-resource',
  name: table.name,
  title: table.title,
  description: table.description,
  path: `${table.name}.csv`,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: {
    fields: table.columns.map((column) => fieldOf(column, table)),
    missingValues: [''],
    primaryKey: table.key,
    ...(table.foreignKeys.length === 0
      ? {}
      : {
          foreignKeys: table.foreignKeys.map(({ columns, table: resource, of }) => ({
            fields: columns,
            reference: { resource, fields: of },
          })),
        }),
  },
});

/** What the folder says of itself as a whole. */
type Folder = {
  readonly name: string;
  readonly title: string;
  readonly about: readonly string[];
  readonly created: string;
  readonly version?: string;
  readonly source: string;
  readonly tables: readonly Table[];
};

const packageOf = ({ name, title, about, created, version, source, tables }: Folder): object => ({
  profile: 'tabular-data-package',
  name,
  title,
  description: about.join('\n'),
  created,
  ...(version === undefined ? {} : { version }),
  sources: [{ title: source }],
  resources: tables.map(resourceOf),
});

const cellNotes = [
  'The files are UTF-8 with a byte order mark, as RFC 4180 says. An empty cell says that nothing stands there.',
  'Where a text begins with = + - @ or a tab, an apostrophe stands before it, so that no program runs it as a formula.',
  'datapackage.json describes every column (Frictionless Data Package).',
];

const csvOf = (table: Table): Uint8Array =>
  strToU8(writeCsv([table.columns.map(({ name }) => name), ...table.rows.map((row) => row.map((cell) => cell ?? ''))]));

/** The least that a zip folder can say of a time, in whatever zone it is written: the same bytes every time. */
const sameTime = new Date(1980, 0, 1);

const zipOf = (folder: Folder): Uint8Array =>
  zipSync(
    {
      'README.txt': strToU8([...folder.about, '', ...cellNotes, ''].join('\r\n')),
      'datapackage.json': strToU8(`${JSON.stringify(packageOf(folder), null, 2)}\n`),
      ...Object.fromEntries(folder.tables.map((table) => [`${table.name}.csv`, csvOf(table)])),
    },
    { mtime: sameTime, level: 6 },
  );

/** The review as a folder of tidy CSV files with their description. */
export const reviewToCsv = (snapshot: ReviewDocument, options: ExportOptions): Uint8Array => {
  const document = cleanDeep(snapshot);
  const { strategy, year, number, draft, asOf } = document;
  return zipOf({
    name: `fbs-review-fy${year}-v${number}${draft ? '-draft' : ''}`,
    title: `${strategy.title}: annual review of fiscal year ${year}, version ${number}${draft ? ' (DRAFT)' : ''}`,
    about: aboutReview(document, options),
    created: asOf,
    version: String(number),
    source: strategy.source.title,
    tables: reviewTables(document, options),
  });
};

/** All years of a strategy as such a folder: the tables of every review, one under the other. */
export const yearsToCsv = (given: readonly ReviewOfYear[], product: string): Uint8Array => {
  const reviews = cleanDeep(given);
  const { strategy, asOf } = atAGlance(reviews.map(({ document }) => document));
  const years = yearSpan(strategy.firstYear, strategy.lastYear);
  const isDraft = reviews.some(({ document }) => document.draft);
  return zipOf({
    name: `fbs-review-${years}${isDraft ? '-draft' : ''}`,
    title: `${strategy.title}: ${years} at a glance${isDraft ? ' (DRAFT)' : ''}`,
    about: aboutYears(reviews, product),
    created: asOf,
    source: strategy.source.title,
    tables: yearsTables(reviews, product),
  });
};
