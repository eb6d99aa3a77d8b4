import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttentionFacts, attentionKinds, attentionOf, compareAttention } from './attention.ts';

const quiet: AttentionFacts = {
  rating: { rating: 'on_target', deviation: '1.0' },
  state: 'approved',
  due: true,
  explanationMissing: false,
  trend: null,
  target: { afterResult: false },
};
const falling = { change: '-1', percent: null, meaning: 'bad' } as const;

test.each<[string, Partial<AttentionFacts>, ReturnType<typeof attentionOf>]>([
  ['nothing is the matter', {}, null],
  ['the target is missed', { rating: { rating: 'below_target', deviation: '-20' } }, 'below_target'],
  [
    'a miss is also unexplained',
    { rating: { rating: 'below_target', deviation: null }, explanationMissing: true },
    'below_target',
  ],
  ['improved, and explained', { rating: { rating: 'improved_target_not_met', deviation: '-3' } }, null],
  ['it is overdue', { state: 'not_reported' }, 'overdue'],
  ['a draft is overdue', { state: 'draft' }, 'overdue'],
  ['a draft is in time', { state: 'draft', due: false }, null],
  ['it waits for a reviewer', { state: 'submitted' }, null],
  ['it was returned', { state: 'returned' }, 'returned'],
  ['it is unexplained and falling', { explanationMissing: true, trend: falling }, 'explanation_missing'],
  ['it falls, and its target was moved', { trend: falling, target: { afterResult: true } }, 'falling'],
  ['its target was moved after the result', { target: { afterResult: true } }, 'revised_after_result'],
])('where %s', (_what, change, kind) => {
  expect(attentionOf({ ...quiet, ...change })).toBe(kind);
});

test('ranks stand in their order, and within one the widest miss stands first', () => {
  const anyRanked = fc.record({
    kind: fc.constantFrom(...attentionKinds),
    deviation: fc.constantFrom(null, '-40.0', '-12.5', '3.1'),
  });
  fc.assert(
    fc.property(fc.array(anyRanked), (items) => {
      const sorted = items.toSorted(compareAttention);
      for (const [index, item] of sorted.entries()) {
        const next = sorted[index + 1] ?? item;
        const ranks = [attentionKinds.indexOf(item.kind), attentionKinds.indexOf(next.kind)] as const;
        expect(ranks[0]).toBeLessThanOrEqual(ranks[1]);
        if (ranks[0] === ranks[1]) expect(Number(item.deviation)).toBeLessThanOrEqual(Number(next.deviation));
      }
    }),
  );
});
