import { expect, test } from 'vitest';
import { shareOf } from './computed.ts';

test('a share is worked out to 15 significant digits', () => {
  expect(shareOf('5', '7')).toEqual({ value: '71.4285714285714' });
  expect(shareOf('0', '7')).toEqual({ value: '0' });
  expect(shareOf('9', '6')).toEqual({ value: '150' });
});

test('a missing part makes it not reported, a denominator of 0 not applicable', () => {
  expect(shareOf(null, '7')).toEqual({ absent: 'not_reported' });
  expect(shareOf('7', null)).toEqual({ absent: 'not_reported' });
  expect(shareOf(null, '0')).toEqual({ absent: 'not_reported' });
  expect(shareOf('7', '0')).toEqual({ absent: 'not_applicable' });
});
