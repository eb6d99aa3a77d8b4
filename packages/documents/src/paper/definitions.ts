import type { DocumentIndicator, ReviewDocument } from '@fbs/contract';
import { accumulationLabels, indicatorLevelLabels } from '@fbs/core';
import { dayWords } from '../day-words.ts';
import { type Block, caption, heading, paragraph, run, strong, userText } from './blocks.ts';
import { indicatorsOf } from './data-quality.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';
import { isWritten } from './statements.ts';

const columns: Column[] = [
  { head: 'Indicator', width: 2_700 },
  { head: 'Definition', width: 3_900 },
  { head: 'Data source and limitations', width: 3_048 },
];

const kindWords = ({ definition, definitionNumber }: DocumentIndicator): string => {
  const { accumulation, cumulativeSince, level, section } = definition;
  const since = cumulativeSince === null ? '' : ` since ${dayWords(cumulativeSince)}`;
  const counted = `${accumulationLabels[accumulation].toLowerCase()}${since}`;
  return `${section}, ${indicatorLevelLabels[level].toLowerCase()}, ${counted}, definition ${definitionNumber}`;
};

const computedWords = ({ definition: { computed } }: DocumentIndicator): string[] => {
  if (computed === null) return [];
  if (computed.kind === 'targets_set')
    return ['Computed: performance indicators with a target for the year, in percent.'];
  const part = ({ indicator, category }: typeof computed.numerator) =>
    category ? `${indicator} (${category})` : indicator;
  return [`Computed: ${part(computed.numerator)} in percent of ${part(computed.denominator)}.`];
};

const rowOf = (indicator: DocumentIndicator): Cell[] => {
  const { code, definition } = indicator;
  const { baseline, dataSource, limitations } = definition;
  const source = isWritten(dataSource) ? dataSource : 'No data source is named.';
  return [
    [line([strong(`${code} `), run(definition.name)]), line(kindWords(indicator), { style: 'TableSmall' })],
    [
      ...userText(definition.definition, { style: 'TableText' }),
      ...computedWords(indicator).map((words) => line(words)),
    ],
    [
      ...userText(source, { style: 'TableText' }),
      ...(isWritten(limitations) ? userText(limitations, { style: 'TableText', lead: 'Limitations.' }) : []),
      ...(baseline === null
        ? []
        : userText(`${baseline.period}, ${baseline.source}`, { style: 'TableText', lead: 'Baseline.' })),
    ],
  ];
};

/** What each figure of the review means: the definitions as they stood at its moment. */
export const definitionsPart = (document: ReviewDocument): Block[] => [
  heading(1, 'Definitions in force'),
  paragraph(
    'Normal',
    'What each figure counts, as defined on the date of this review. A changed definition gets the next number.',
  ),
  caption('Table', 'Indicators and their definitions'),
  dataTable(columns, indicatorsOf(document).map(rowOf)),
];
