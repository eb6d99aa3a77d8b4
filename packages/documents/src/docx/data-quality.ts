import type { DocumentIndicator, ReviewDocument } from '@fbs/contract';
import {
  dataQualityItemLabels,
  dataQualityScore,
  dataQualityStandardLabels,
  dataQualityStandards,
  standardAnswerLabels,
} from '@fbs/core';
import type { Paragraph, Table } from 'docx';
import { dayWords } from '../day-words.ts';
import { caption, heading, paragraph, run, strong } from './blocks.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';
import { capitalized, isWritten } from './statements.ts';

const columns: Column[] = [
  { head: 'Indicator', width: 3_000 },
  { head: 'Answered', width: 960 },
  { head: 'What is missing', width: 3_300 },
  { head: 'Five quality standards', width: 2_388 },
];

export const indicatorsOf = ({ goals }: ReviewDocument): DocumentIndicator[] =>
  goals.flatMap((goal) => goal.objectives.flatMap((objective) => [...objective.indicators]));

/** "Timeliness: concern (two months late; July 1, 2022)"; what is in order is named shortly. */
const standardLines = ({ definition: { dataQuality } }: DocumentIndicator): Paragraph[] => {
  const { standards } = dataQuality;
  const answered = dataQualityStandards.flatMap((standard) => {
    const answer = standards[standard];
    return answer && answer.answer !== 'not_assessed' ? [{ ...answer, name: dataQualityStandardLabels[standard] }] : [];
  });
  const open = dataQualityStandards.length - answered.length;
  const lines = answered.map(({ name, answer, note, assessedOn }) => {
    const words = isWritten(note) ? `${note}; ${dayWords(assessedOn)}` : dayWords(assessedOn);
    return line(`${name}: ${standardAnswerLabels[answer].toLowerCase().replace('ok', 'OK')} (${words})`);
  });
  if (open === dataQualityStandards.length) return [line('Not assessed')];
  return open === 0 ? lines : [...lines, line(`${open} of ${dataQualityStandards.length} not assessed`)];
};

const rowOf = (indicator: DocumentIndicator): Cell[] => {
  const { answered, of, missing } = dataQualityScore(indicator.definition.dataQuality);
  const words = missing.map((item) => dataQualityItemLabels[item].toLowerCase()).join('; ');
  return [
    [line([strong(`${indicator.code} `), run(indicator.definition.name)])],
    `${answered} of ${of}`,
    words === '' ? 'Nothing' : capitalized(words),
    standardLines(indicator),
  ];
};

export const dataQualityPart = (document: ReviewDocument): (Paragraph | Table)[] => [
  heading(1, 'Data quality', true),
  paragraph(
    'Normal',
    'For each indicator: how many of the five items that the Government Accountability Office looks for are answered (how verified, source, accuracy needed, limitations, how compensated), and how the figure stands against five quality standards.',
  ),
  caption('Table', 'Data quality by indicator'),
  dataTable(columns, indicatorsOf(document).map(rowOf)),
];
