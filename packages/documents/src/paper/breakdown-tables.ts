import type { DocumentIndicator } from '@fbs/contract';
import { checkBreakdown, formatPercent, percentOf } from '@fbs/core';
import { figureWords, marked, periodWords } from '../figure-words.ts';
import { type Block, caption, type Paragraph, paragraph } from './blocks.ts';
import { type Cell, type Column, dataTable } from './data-table.ts';

const columns: Column[] = [
  { head: 'Breakdown', width: 2_600 },
  { head: 'Category', width: 3_400 },
  { head: 'Value', width: 1_824, right: true },
  { head: 'Share of the whole', width: 1_824, right: true },
];

const shareWords = (part: string, whole: string | null): string => {
  const share = whole === null || whole.startsWith('-') ? null : percentOf(part, whole, 1);
  return share === null ? 'Not known' : formatPercent(share);
};

const rowsOf = ({ breakdown, definition, entry }: DocumentIndicator): Cell[][] =>
  breakdown.map(({ dimension, category, value }) => [
    dimension,
    category,
    marked(figureWords(value, definition), entry.illustrative),
    definition.kind === 'percent' ? 'Not a sum' : marked(shareWords(value, entry.value), entry.illustrative),
  ]);

/** What does not add up. Categories that the definition no longer knows are shown as they were reported. */
const findingsOf = ({ breakdown, definition, entry }: DocumentIndicator): Paragraph[] => {
  const known = breakdown.filter(({ dimension, category }) =>
    definition.disaggregations.some((one) => one.dimension === dimension && one.categories.includes(category)),
  );
  return checkBreakdown(entry.value, definition.disaggregations, known).map(({ sentence }) =>
    paragraph('Note', sentence),
  );
};

/** The year's value by its parts. */
export const breakdownTables = (indicators: readonly DocumentIndicator[]): Block[] =>
  indicators
    .filter(({ breakdown }) => breakdown.length > 0)
    .flatMap((indicator) => {
      const { code, definition, entry } = indicator;
      return [
        caption('Table', `${definition.name} (${code}) by parts, ${periodWords(entry)}`),
        dataTable(columns, rowsOf(indicator)),
        ...findingsOf(indicator),
      ];
    });
