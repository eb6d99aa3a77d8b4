import { plural } from '../../lib/format.ts';
import type { FrameworkLoad, LoadedElement } from './load-queries.ts';

export type Outcome = LoadedElement['outcome'];

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  gone: 'Not in the file',
  held: 'Stays',
  refused: 'To fix',
};

/** What happens to an element that needs no reason. */
export const plainWords: Readonly<Record<Outcome, string>> = {
  added: 'Is added.',
  changed: 'Is changed.',
  unchanged: 'Stays as it is.',
  gone: 'Stays, unless you have it removed.',
  held: 'Stays.',
  refused: 'Cannot be taken.',
};

export const views = ['all', 'changes', 'refused'] as const;
export type View = (typeof views)[number];

export const viewWords: Readonly<Record<View, string>> = {
  all: 'Everything',
  changes: 'What changes',
  refused: 'What to fix',
};

/** What is shown of a preview; a view that would be empty is not offered. */
export const elementsIn = (view: View, { elements }: FrameworkLoad): FrameworkLoad['elements'] => {
  if (view === 'all') return elements;
  if (view === 'refused') return elements.filter(({ outcome }) => outcome === 'refused');
  return elements.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'held');
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
  if (counts.refused > 0) return `${plural(counts.refused, 'row')} to fix: nothing can be saved yet.`;
  const words = parts.filter(([key]) => counts[key] > 0).map(([key, word]) => `${counts[key]} ${word}`);
  return `Elements: ${words.join(', ')}.`;
};

/** Whether saving would do anything. */
export const changesAnything = ({ counts }: FrameworkLoad, removesGone: boolean): boolean =>
  counts.added + counts.changed > 0 || (removesGone && counts.gone > 0);
