import type { DocumentSource, ReviewDocument } from '@fbs/contract';
import { type Verification, verificationLabels, verifications } from '@fbs/core';
import { type Block, bullets, caption, heading, paragraph, strong } from './blocks.ts';
import { type Cell, type Column, dataTable } from './data-table.ts';

const columns: Column[] = [
  { head: 'Source', width: 6_900 },
  { head: 'Verification', width: 1_600 },
  { head: 'Figures', width: 1_148, right: true },
];

const meanings: Readonly<Record<Verification, string>> = {
  official: 'read in the publication of the office that issued the figure.',
  secondary: 'read in another publication that reports the figure.',
  derived: 'worked out from published figures.',
};

const rowOf = ({ source, figures, verification }: DocumentSource): Cell[] => [
  source,
  verification === null ? 'Not stated' : verificationLabels[verification],
  String(figures),
];

export const sourcesPart = ({ sources }: ReviewDocument): Block[] => [
  heading(1, 'Sources'),
  ...(sources.length === 0
    ? [paragraph('Note', 'No sources are recorded for the figures of this review.')]
    : [
        ...bullets(verifications.map((word) => [strong(`${verificationLabels[word]}: `), meanings[word]])),
        caption('Table', 'Sources of the figures in this review, and how they were verified'),
        dataTable(columns, sources.map(rowOf)),
      ]),
];
