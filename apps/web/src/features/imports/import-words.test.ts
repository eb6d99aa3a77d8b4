import { expect, test } from 'vitest';
import { resultSentence, triedSentence } from './import-words.ts';
import type { ImportLine } from './imports-queries.ts';

const none = { inserted: 0, changed: 0, unchanged: 0, warned: 0, refused: 0, conflict: 0 };

test.each([
  [{ ...none, unchanged: 4 }, 'Everything in this file is recorded already: nothing would change.'],
  [{ ...none, inserted: 1 }, '1 row would be taken over. Nothing is written yet.'],
  [
    { ...none, inserted: 1, changed: 2, warned: 1, refused: 3 },
    '4 rows would be taken over; 3 cannot be. Nothing is written yet.',
  ],
  [{ ...none, conflict: 1 }, 'No row would change anything; 1 cannot be. Nothing is written yet.'],
])('%j is said as %s', (counts, sentence) => {
  expect(triedSentence(counts)).toBe(sentence);
});

test.each([
  ['committed', { ...none, changed: 2 }, '2 rows were taken over.'],
  ['committed', { ...none, changed: 1, refused: 2 }, '1 row was taken over; 2 could not be.'],
  ['undone', { ...none, changed: 2 }, '2 rows were taken over, and taken back by Dana Whitfield.'],
] as const)('an import that is %s says so', (state, counts, sentence) => {
  const undone = { person: 'Dana Whitfield', at: '2022-12-01T10:00:00.000Z' };
  expect(resultSentence({ state, counts, undone } as ImportLine)).toBe(sentence);
});
