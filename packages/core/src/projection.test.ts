import fc from 'fast-check';
import { expect, test } from 'vitest';
import { project } from './projection.ts';

const points = (...values: string[]) => values.map((value, index) => ({ year: 2018 + index, value }));

test('a straight line goes on', () => {
  expect(project(points('10', '20', '30'), 2021)).toBe('40');
  expect(project(points('0.1', '0.2', '0.3'), 2023)).toBe('0.6');
});

test('scattered figures are evened out by least squares', () => {
  expect(project(points('1', '2', '4'), 2021)).toBe('5.33333333333333');
  expect(project(points('7481', '9548', '8000', '9000'), 2022)).toBe('9259.5');
});

test('fewer than three different years project nothing', () => {
  expect(project(points('1', '2'), 2021)).toBeNull();
  expect(project([...points('1', '2'), { year: 2018, value: '3' }], 2021)).toBeNull();
});

test('a line with whole steps is met exactly in every year', () => {
  const whole = fc.integer({ min: -10_000, max: 10_000 });
  fc.assert(
    fc.property(
      whole,
      whole,
      fc.integer({ min: 3, max: 8 }),
      fc.integer({ min: -20, max: 20 }),
      (start, step, n, ahead) => {
        const line = Array.from({ length: n }, (_, index) => ({
          year: 2018 + index,
          value: String(start + step * index),
        }));
        expect(project(line, 2018 + ahead)).toBe(String(start + step * ahead));
      },
    ),
  );
});
