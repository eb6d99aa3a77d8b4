import { expect, test } from 'vitest';
import { measuredOnProblem } from './measured-on.ts';

test.each([
  ['2021-09-30', 'Choose a day in FY 2022: from 2021-10-01 to 2022-09-30.'],
  ['2021-10-01', null],
  ['2022-09-30', null],
  ['2022-10-01', 'Choose a day in FY 2022: from 2021-10-01 to 2022-09-30.'],
])('a figure of FY 2022 measured on %s: %s', (day, problem) => {
  expect(measuredOnProblem(day, 'point_in_time', 2022, '2026-01-15')).toBe(problem);
});

test('is measured by today at the latest', () => {
  expect(measuredOnProblem('2022-05-02', 'point_in_time', 2022, '2022-05-01')).toMatch(/still to come/);
  expect(measuredOnProblem('2022-05-01', 'point_in_time', 2022, '2022-05-01')).toBeNull();
});

test('other figures cover a period: a day beside them is only a remark', () => {
  expect(measuredOnProblem('2023-01-05', 'calendar_year', 2022, '2026-01-15')).toBeNull();
});
