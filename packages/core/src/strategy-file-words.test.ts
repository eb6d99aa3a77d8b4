import { expect, test } from 'vitest';
import type { PartChange } from './strategy-difference.ts';
import { changeSentence, fileSentence, partName } from './strategy-file-words.ts';

const change = (given: Partial<PartChange>): PartChange => ({
  ...{ kind: 'objective', change: 'moved', code: '1.2', name: 'Training', to: '2.1', fields: [], held: null },
  ...given,
});

test('says in a sentence what the file is and how much it holds', () => {
  expect(fileSentence({ kind: 'stratml_part_1', counts: { goals: 1, objectives: 2, indicators: 0 } })).toBe(
    'StratML Part 1: a strategic plan, with 1 goal, 2 objectives and 0 indicators.',
  );
});

test.each([
  [change({}), 'Moves from goal 1 to goal 2, as 2.1.'],
  [change({ to: '1.3' }), 'Becomes 1.3.'],
  [change({ to: '1.2' }), 'Stands elsewhere in the file, under the same code.'],
  [change({ kind: 'goal', code: '1', to: '2' }), 'Becomes 2.'],
  [change({ kind: 'indicator', code: '1.2-A', to: '1.3-B' }), 'Moves from objective 1.2 to objective 1.3, as 1.3-B.'],
  [change({ change: 'added', to: null }), 'Is added.'],
  [change({ change: 'removed', to: null }), 'Is removed.'],
  [change({ kind: 'indicator', change: 'removed', to: null }), 'Is retired, and keeps its history.'],
  [change({ change: 'removed', held: '1.2 stays.' }), '1.2 stays.'],
])('says what would come of a difference', (given, sentence) => {
  expect(changeSentence(given)).toBe(sentence);
});

test('names each part', () => {
  expect(partName({ kind: 'strategy', code: '' })).toBe('the strategy');
  expect(partName({ kind: 'indicator', code: '1.1-A' })).toBe('indicator 1.1-A');
});
