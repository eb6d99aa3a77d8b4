import { expect, test } from 'vitest';
import type { FrameworkLoad } from './load-queries.ts';
import { changesAnything, elementsIn, loadSentence } from './load-words.ts';

const load = (counts: Partial<FrameworkLoad['counts']>): FrameworkLoad => ({
  framework: { code: 'X', title: 'X', isNew: false, version: 1 },
  saved: false,
  notices: [],
  counts: { added: 0, changed: 0, unchanged: 0, gone: 0, held: 0, refused: 0, ...counts },
  elements: [],
});

test('what a file would do reads as a sentence; rows to mend come first', () => {
  expect(loadSentence(load({ added: 2, unchanged: 4, gone: 1 }))).toBe(
    'Elements: 2 new, 4 unchanged, 1 not in the file.',
  );
  expect(loadSentence(load({ refused: 1, added: 2 }))).toBe('1 row to fix: nothing can be saved yet.');
});

test('elements that are not in the file change something only when they are to be removed', () => {
  expect(changesAnything(load({ gone: 3 }), false)).toBe(false);
  expect(changesAnything(load({ gone: 3 }), true)).toBe(true);
  expect(changesAnything(load({ changed: 1 }), false)).toBe(true);
});

test('of many elements those that change, or are to be mended, can be seen alone', () => {
  const outcomes = ['added', 'unchanged', 'held', 'gone', 'refused'] as const;
  const page = {
    ...load({}),
    elements: outcomes.map((outcome) => ({
      outcome,
      row: null,
      sentence: null,
      depth: 0,
      linkages: 0,
      code: outcome,
      parent: null,
      level: 'goal',
      label: outcome,
      text: null,
      quote: null,
    })),
  };
  expect(elementsIn('changes', page).map(({ code }) => code)).toEqual(['added', 'gone', 'refused']);
  expect(elementsIn('refused', page).map(({ code }) => code)).toEqual(['refused']);
  expect(elementsIn('all', page)).toHaveLength(5);
});
