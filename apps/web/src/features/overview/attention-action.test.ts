import { expect, test } from 'vitest';
import { attentionAction } from './attention-action.ts';

test.each([
  ['overdue', 'Enter', 'entry'],
  ['explanation_missing', 'Explain', 'entry'],
  ['below_target', 'See why', 'indicator'],
  ['returned', 'See note', 'indicator'],
  ['falling', 'Compare', 'indicator'],
  ['revised_after_result', 'Compare', 'indicator'],
] as const)('who may enter values mends %s by "%s"', (kind, label, place) => {
  expect(attentionAction(kind, true)).toEqual({ label, place });
});

test.each(['overdue', 'explanation_missing'] as const)(
  'who only reads is not sent to the entry grid for %s',
  (kind) => {
    expect(attentionAction(kind, false).place).toBe('indicator');
  },
);
