import type { DocumentIndicator, ReviewDocument } from '@fbs/contract';
import {
  type DataQualityItem,
  dataQualityItemLabels,
  dataQualityItems,
  dataQualityScore,
  dataQualityStandardLabels,
  dataQualityStandards,
  standardAnswerLabels,
} from '@fbs/core';
import { dayWords } from '../day-words.ts';
import { singleLine } from '../plain-text.ts';
import { type Block, caption, heading, type Paragraph, paragraph, run, strong } from './blocks.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';
import { capitalized } from './statements.ts';

const columns: Column[] = [
  { head: 'Indicator', width: 2_600 },
  { head: 'Answered', width: 960 },
  { head: 'What is missing', width: 2_800 },
  { head: 'Five quality standards', width: 3_288 },
];

export const indicatorsOf = ({ goals }: ReviewDocument): DocumentIndicator[] =>
  goals.flatMap((goal) => goal.objectives.flatMap((objective) => [...objective.indicators]));

/** "Timeliness: concern (July 1, 2022). Two months late."; what nobody assessed is counted. */
const standardLines = ({ definition: { dataQuality } }: DocumentIndicator): Paragraph[] => {
  const lines = dataQualityStandards.flatMap((standard) => {
    const answered = dataQuality.standards[standard];
    if (!answered || answered.answer === 'not_assessed') return [];
    const answer = answered.answer === 'ok' ? standardAnswerLabels.ok : standardAnswerLabels.concern.toLowerCase();
    const words = `${answer} (${dayWords(answered.assessedOn)}). ${singleLine(answered.note)}`;
    return [line([strong(`${dataQualityStandardLabels[standard]}: `), run(words.trimEnd())])];
  });
  const open = dataQualityStandards.length - lines.length;
  if (lines.length === 0) return [line('Not assessed')];
  return open === 0 ? lines : [...lines, line(`${open} of ${dataQualityStandards.length} not assessed`)];
};

const missingWords = (missing: readonly DataQualityItem[]): string => {
  if (missing.length === 0) return 'Nothing';
  if (missing.length === dataQualityItems.length) return 'All five items';
  return capitalized(missing.map((item) => dataQualityItemLabels[item].toLowerCase()).join('; '));
};

const rowOf = (indicator: DocumentIndicator): Cell[] => {
  const { answered, of, missing } = dataQualityScore(indicator.definition.dataQuality);
  return [
    [line([strong(`${indicator.code} `), run(indicator.definition.name)])],
    `${answered} of ${of}`,
    missingWords(missing),
    standardLines(indicator),
  ];
};

export const dataQualityPart = (document: ReviewDocument): Block[] => [
  heading(1, 'Data quality', true),
  paragraph(
    'Normal',
    'For each indicator: how many of the five items that the Government Accountability Office looks for are answered (how verified, source, accuracy needed, limitations, how compensated), and how the figure stands against five quality standards.',
  ),
  caption('Table', 'Data quality by indicator'),
  dataTable(columns, indicatorsOf(document).map(rowOf)),
];
