import { plural } from '../../lib/format.ts';
import type { FrameworkLoad, LoadedElement } from './load-queries.ts';

export type Outcome = LoadedElement['outcome'];

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  gone: 'Not in the file',
  held: 'Stays',
  refused: 'To mend',
};

const parts = [
  ['added', 'new'],
  ['changed', 'changed'],
  ['unchanged', 'unchanged'],
  ['gone', 'not in the file'],
  ['held', 'not in the file and kept by what rests on them'],
] as const;

/** "3 rows to mend." or "2 elements new, 1 changed, 4 unchanged." */
export const loadSentence = ({ counts }: FrameworkLoad): string => {
  if (counts.refused > 0) return `${plural(counts.refused, 'row')} to mend: nothing can be saved yet.`;
  const words = parts.filter(([key]) => counts[key] > 0).map(([key, word]) => `${counts[key]} ${word}`);
  return `Elements: ${words.join(', ')}.`;
};

/** Whether saving would do anything. */
export const changesAnything = ({ counts }: FrameworkLoad, removesGone: boolean): boolean =>
  counts.added + counts.changed > 0 || (removesGone && counts.gone > 0);
