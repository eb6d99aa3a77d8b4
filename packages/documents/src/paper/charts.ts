import type { DocumentIndicator } from '@fbs/contract';
import { chartDescription } from '../chart-description.ts';
import { periodWords, targetWords, valueWords } from '../figure-words.ts';
import { chartOf } from '../review-chart-data.ts';
import { type Block, caption } from './blocks.ts';

/** The message of the chart in words: "People trained (1.2-D): 8,412† in FY 2022, against a target of 9,000". */
const message = ({ code, definition, entry }: DocumentIndicator): string => {
  const subject = `${definition.name} (${code})`;
  if (entry.value === null)
    return `${subject}: ${valueWords(entry, definition).toLowerCase()} for ${periodWords(entry)}`;
  const target = targetWords(entry.target, definition);
  const against = target === null ? 'with no target' : `against a target of ${target}`;
  return `${subject}: ${valueWords(entry, definition)} in ${periodWords(entry)}, ${against}`;
};

/** The indicator's years as a picture under its message; nothing where fewer than two years have a value. */
export const chartBlocks = (indicator: DocumentIndicator): Block[] => {
  const chart = chartOf(indicator);
  if (chart === null) return [];
  const description = chartDescription(indicator);
  return [
    caption('Figure', message(indicator)),
    { kind: 'picture', name: `Chart ${indicator.code}`, chart, description },
  ];
};
