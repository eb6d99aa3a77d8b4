import { expect, test } from 'vitest';
import type { FilePart, PartChange, StrategyFile } from './import-queries.ts';
import { branchesOf, changeSentence, chosenChanges, fileSentence, openChanges, partName } from './import-words.ts';

const change = (given: Partial<PartChange>): PartChange => ({
  ...{ kind: 'objective', change: 'moved', code: '1.2', name: 'Training', to: '2.1', fields: [], held: null },
  ...given,
});
const part = (kind: FilePart['kind'], code: string): FilePart => ({
  ...{ kind, code, depth: 0, name: '', text: '', facts: '', identifier: null, kept: '' },
});

test('says in a sentence what the file is and how much it holds', () => {
  const counts = { goals: 1, objectives: 2, indicators: 0 };
  expect(fileSentence({ kind: 'stratml_part_1', counts } as StrategyFile)).toBe(
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

test('counts only what can be taken over', () => {
  const changes = [change({}), change({ held: 'It stays.' }), change({ change: 'added' })];
  expect(openChanges(changes, 'moved')).toBe(1);
  expect(chosenChanges(changes, { added: true, changed: true, moved: false, removed: true })).toBe(1);
});

test('hangs the parts of a file on their goals, and names each', () => {
  const parts = [
    part('strategy', ''),
    part('goal', '1'),
    part('objective', '1.1'),
    part('indicator', '1.1-A'),
    part('goal', '2'),
  ];
  expect(branchesOf(parts).map(({ goal, inside }) => [goal.code, inside.map(partName)])).toEqual([
    ['1', ['objective 1.1', 'indicator 1.1-A']],
    ['2', []],
  ]);
  expect(partName(part('strategy', ''))).toBe('the strategy');
});
