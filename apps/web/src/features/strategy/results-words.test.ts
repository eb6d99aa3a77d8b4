import type { ResultLine } from '@fbs/contract';
import { expect, test } from 'vitest';
import { readListAsked } from './results-search.ts';
import { changeParts, lineWords, listTitle, netChange } from './results-words.ts';

test.each([
  [{}, { list: 'indicators' }],
  [
    { list: 'met', of: 'goal-1' },
    { list: 'met', goal: '1' },
  ],
  [
    { list: 'due', of: 'objective-1.2' },
    { list: 'due', objective: '1.2' },
  ],
  [
    { list: 'attention', kind: 'overdue' },
    { list: 'attention', kind: 'overdue' },
  ],
  [{ list: 'met', kind: 'overdue' }, { list: 'met' }],
  [{ list: 'nonsense', of: 'section-3', kind: 7 }, { list: 'indicators' }],
])('the address %o is read by hand', (search, asked) => {
  expect(readListAsked(search)).toEqual({ goal: undefined, objective: undefined, kind: undefined, ...asked });
});

test('the heading says what is listed and how many there are', () => {
  expect(listTitle({ list: 'met', kind: null, count: 8 })).toBe('Targets met (8)');
  expect(listTitle({ list: 'attention', kind: 'overdue', count: 0 })).toBe('Needs attention: overdue (0)');
});

test('a change is made up of what was met anew and what no longer', () => {
  const lines = (['newly_met', 'newly_met', 'no_longer_met'] as const).map((change) => ({ change }));
  expect(changeParts(lines)).toEqual([
    { list: 'newly_met', words: '2 newly met' },
    { list: 'no_longer_met', words: '1 no longer met' },
  ]);
  expect(netChange(lines, 2021)).toBe('+1 against FY 2020');
});

test('each line says why it stands there', () => {
  const entry = { rating: { sentence: '9 is exactly the target of 9: on target' } } as ResultLine['entry'];
  const line = { entry, change: 'newly_met', attention: { kind: 'falling', sentence: 'Worse than before.' } } as const;
  expect(lineWords(line, 'met')).toBe('9 is exactly the target of 9: on target.');
  expect(lineWords(line, 'met_changed')).toBe('Newly met. 9 is exactly the target of 9: on target.');
  expect(lineWords(line, 'attention')).toBe('Worse than before.');
  expect(lineWords(line, 'explanations_missing')).toMatch(/on target\. No explanation yet\.$/);
});
