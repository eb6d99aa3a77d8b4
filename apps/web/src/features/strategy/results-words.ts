import type { ResultLine, ResultsPage } from '@fbs/contract';
import { attentionLabels, resultListLabels } from '@fbs/core';
import { formatSigned, formatYear } from '../../lib/format.ts';
import type { ListAsked } from '../../panels/results/results-query.ts';

export const listLabel = (list: ResultsPage['list'], kind: ListAsked['kind'] | null): string =>
  `${resultListLabels[list]}${kind ? `: ${attentionLabels[kind].toLowerCase()}` : ''}`;

/** "Targets met (8)". */
export const listTitle = ({ list, kind, count }: Pick<ResultsPage, 'list' | 'kind' | 'count'>): string =>
  `${listLabel(list, kind)} (${count})`;

type Change = Pick<ResultLine, 'change'>;

/** What makes up the change against the year before, each with the list that it counts: "3 newly met". */
export const changeParts = (lines: readonly Change[]) =>
  (['newly_met', 'no_longer_met'] as const).map((list) => ({
    list,
    words: `${lines.filter(({ change }) => change === list).length} ${resultListLabels[list].toLowerCase()}`,
  }));

/** "+1 against FY 2021": what is left of the parts together. */
export const netChange = (lines: readonly Change[], year: number): string => {
  const gained = lines.filter(({ change }) => change === 'newly_met').length;
  return `${formatSigned(String(2 * gained - lines.length))} against ${formatYear(year - 1)}`;
};

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Why an indicator stands in the list, and how its rating was worked out. */
export const lineWords = (
  { attention, change, entry }: Pick<ResultLine, 'attention' | 'change' | 'entry'>,
  list: ResultsPage['list'],
): string => {
  if (list === 'attention' && attention !== null) return attention.sentence;
  const words = [
    list === 'met_changed' && change !== null && asSentence(resultListLabels[change]),
    asSentence(entry.rating.sentence),
    list === 'explanations_missing' && 'No explanation yet.',
  ];
  return words.filter(Boolean).join(' ');
};
