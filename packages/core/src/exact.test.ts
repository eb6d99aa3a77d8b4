import { expect, test } from 'vitest';
import { canonical, divide, exact, exactInteger } from './exact.ts';

test('a binary float is refused', () => {
  expect(() => exact(0.1 as unknown as string)).toThrow();
  expect(() => exactInteger(0.5)).toThrow(RangeError);
});

test('a quotient is rounded once, half up', () => {
  expect(canonical(divide(exact('1'), exact('3'), 1))).toBe('0.3');
  expect(canonical(divide(exact('-0.25'), exact('1'), 1))).toBe('-0.3');
  expect(canonical(divide(exact('0.0499999999999999999999999'), exact('1'), 1))).toBe('0');
});
