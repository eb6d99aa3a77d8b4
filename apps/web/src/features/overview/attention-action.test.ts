import { expect, test } from 'vitest';
import { type Attention, attentionAction } from './attention-action.ts';

type Item = Pick<Attention, 'kind' | 'explanationMissing' | 'open'>;

const item = (kind: Item['kind'], change: Partial<Item> = {}): Item => ({
  kind,
  explanationMissing: kind === 'explanation_missing',
  open: true,
  ...change,
});

test.each([
  ['overdue', 'Enter', 'entry'],
  ['explanation_missing', 'Explain', 'entry'],
  ['below_target', 'See why', 'indicator'],
  ['returned', 'See note', 'indicator'],
  ['falling', 'Compare', 'indicator'],
  ['revised_after_result', 'Compare', 'indicator'],
] as const)('who may enter values mends %s by "%s"', (kind, label, place) => {
  expect(attentionAction(item(kind), true)).toEqual({ label, place });
});

test('a miss that nobody explained yet leads to its explanation', () => {
  expect(attentionAction(item('below_target', { explanationMissing: true }), true).label).toBe('Explain');
});

test.each(['overdue', 'explanation_missing'] as const)(
  'who only reads is not sent to the entry grid for %s',
  (kind) => {
    expect(attentionAction(item(kind), false).place).toBe('indicator');
  },
);

test.each(['overdue', 'explanation_missing'] as const)(
  'nobody is sent to the grid for %s in a year that is closed',
  (kind) => {
    expect(attentionAction(item(kind, { open: false }), true).place).toBe('indicator');
  },
);
