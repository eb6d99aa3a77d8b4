import { expect, test } from 'vitest';
import type { FilePart, PartChange } from './import-queries.ts';
import { branchesOf, chosenChanges, openChanges } from './import-words.ts';

const change = (given: Partial<PartChange>): PartChange => ({
  ...{ kind: 'objective', change: 'moved', code: '1.2', name: 'Training', to: '2.1', fields: [], held: null },
  ...given,
});
const part = (kind: FilePart['kind'], code: string): FilePart => ({
  ...{ kind, code, depth: 0, name: '', text: '', facts: '', identifier: null, kept: '' },
});

test('counts only what can be taken over', () => {
  const changes = [change({}), change({ held: 'It stays.' }), change({ change: 'added' })];
  expect(openChanges(changes, 'moved')).toBe(1);
  expect(chosenChanges(changes, { added: true, changed: true, moved: false, removed: true })).toBe(1);
});

test('hangs the parts of a file on their goals', () => {
  const parts = [
    part('strategy', ''),
    part('goal', '1'),
    part('objective', '1.1'),
    part('indicator', '1.1-A'),
    part('goal', '2'),
  ];
  expect(branchesOf(parts).map(({ goal, inside }) => [goal.code, inside.map(({ code }) => code)])).toEqual([
    ['1', ['1.1', '1.1-A']],
    ['2', []],
  ]);
});
