import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completenessOf } from './completeness.ts';

const dueDay = '2022-11-30';

test('counts what is due, and names the oldest day that was missed', () => {
  const entries = [
    { due: true, reported: true, dueDay: '2022-07-31' },
    { due: true, reported: false, dueDay },
    { due: true, reported: false, dueDay: '2022-08-31' },
    { due: false, reported: false, dueDay: '2022-01-31' },
  ];
  expect(completenessOf(entries)).toEqual({ due: 3, reported: 1, percent: 33, oldestOverdue: '2022-08-31' });
});

test('has no percent where nothing is due', () => {
  expect(completenessOf([{ due: false, reported: false, dueDay }])).toEqual({
    due: 0,
    reported: 0,
    percent: null,
    oldestOverdue: null,
  });
});

test('says 100 only when all of it is there', () => {
  const entry = fc.record({ due: fc.constant(true), reported: fc.boolean(), dueDay: fc.constant(dueDay) });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 400 }), (entries) => {
      const { percent, oldestOverdue } = completenessOf(entries);
      expect(percent === 100).toBe(entries.every(({ reported }) => reported));
      expect(oldestOverdue === null).toBe(percent === 100);
    }),
  );
});
