import type { DocumentIndicator, DocumentObjective, ReviewDocument } from '@fbs/contract';
import { indicatorsOf } from './document-rows.ts';
import { reviewTables } from './review-tables.ts';
import type { Table, TableColumn } from './table.ts';

/** A review of a year with the checksum of its record; null: a draft. */
export type ReviewOfYear = { readonly document: ReviewDocument; readonly sha256: string | null };

const reviewYear: TableColumn = {
  name: 'review_year',
  title: 'Review of',
  kind: 'integer',
  description: 'Fiscal year of the review in which it stands like this',
  required: true,
  words: null,
};

/** The same table of several reviews as one: each row says in which review it stands, and points at rows of that one. */
const stacked = (years: readonly string[], tables: readonly Table[]): Table => {
  const [first] = tables;
  if (first === undefined) throw new Error('there is no review to take tables from');
  const { key, foreignKeys } = first;
  return {
    ...first,
    columns: [reviewYear, ...first.columns],
    key: [reviewYear.name, ...key],
    foreignKeys: [
      { columns: [reviewYear.name], table: 'reviews', of: ['year'] },
      ...foreignKeys.map(({ columns, table, of }) => ({
        columns: [reviewYear.name, ...columns],
        table,
        of: [reviewYear.name, ...of],
      })),
    ],
    rows: tables.flatMap(({ rows }, at) => rows.map((row) => [years[at] ?? null, ...row])),
  };
};

/** Every table of every review, one review after the other. */
export const yearsTables = (reviews: readonly ReviewOfYear[], product: string): Table[] => {
  const years = reviews.map(({ document }) => String(document.year));
  const each = reviews.map(({ document, sha256 }) => reviewTables(document, { sha256, product }));
  return (each[0] ?? []).map((first, at): Table => {
    const tables = each.map((all) => all[at] as Table);
    if (first.name !== 'review') return stacked(years, tables);
    return {
      ...first,
      name: 'reviews',
      title: 'Reviews',
      description: 'The review of each year: which version it is, and how it was signed.',
      rows: tables.flatMap(({ rows }) => rows),
    };
  });
};

/** Its newest definition, beside each year as the review of that year has it. */
const withOwnYears = (indicator: DocumentIndicator, reviews: readonly ReviewDocument[]): DocumentIndicator => ({
  ...indicator,
  years: reviews.flatMap((document) =>
    indicatorsOf(document).flatMap(({ indicator: { code, entry } }) => (code === indicator.code ? [entry] : [])),
  ),
});

const objectiveIn = ({ goals }: ReviewDocument, code: string): DocumentObjective | undefined =>
  goals.flatMap(({ objectives }) => objectives).find((objective) => objective.code === code);

/** The last review with every indicator that any of them has, and each year as the review of that year has it. */
export const atAGlance = (reviews: readonly ReviewDocument[]): ReviewDocument => {
  const last = reviews.at(-1);
  if (last === undefined) throw new Error('all years at a glance need at least one review');
  const indicatorsNow = (objective: string): DocumentIndicator[] => {
    const newest = new Map<string, DocumentIndicator>();
    for (const document of reviews)
      for (const indicator of objectiveIn(document, objective)?.indicators ?? []) newest.set(indicator.code, indicator);
    return [...newest.values()].map((indicator) => withOwnYears(indicator, reviews));
  };
  return {
    ...last,
    goals: last.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((objective) => ({ ...objective, indicators: indicatorsNow(objective.code) })),
    })),
  };
};
