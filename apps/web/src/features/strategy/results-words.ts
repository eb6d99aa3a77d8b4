import type { ResultLine, ResultsPage } from '@fbs/contract';
import { attentionLabels, resultListLabels } from '@fbs/core';
import { formatSigned, formatYear } from '../../lib/format.ts';
import type { ListAsked } from '../../panels/results/results-query.ts';

export const listLabel = (list: ResultsPage['list'], kind: ListAsked['kind'] | null): string =>
  `${resultListLabels[list]}${kind ? `: ${attentionLabels[kind].toLowerCase()}` : ''}`;

/** "Targets met (8)". */
export const listTitle = ({ list, kind, count }: Pick<ResultsPage, 'list' | 'kind' | 'count'>): string =>
  `${listLabel(list, kind)} (${count})`;

/** "3 newly met, 2 no longer met: +1 against FY 2021": how the list makes up the change that led to it. */
export const changeSummary = (lines: readonly Pick<ResultLine, 'change'>[], year: number): string => {
  const gained = lines.filter(({ change }) => change === 'newly_met').length;
  const lost = lines.length - gained;
  return `${gained} newly met, ${lost} no longer met: ${formatSigned(String(gained - lost))} against ${formatYear(year - 1)}.`;
};

const changeWords = { newly_met: 'Newly met.', no_longer_met: 'No longer met.' } as const;

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Why an indicator stands in the list, and how its rating was worked out. */
export const lineWords = (
  { attention, change, entry }: Pick<ResultLine, 'attention' | 'change' | 'entry'>,
  list: ResultsPage['list'],
): string => {
  if (list === 'attention' && attention !== null) return attention.sentence;
  const words = [
    list === 'met_changed' && change !== null && changeWords[change],
    asSentence(entry.rating.sentence),
    list === 'explanations_missing' && 'No explanation yet.',
  ];
  return words.filter(Boolean).join(' ');
};
