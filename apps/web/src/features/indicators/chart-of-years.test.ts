import { expect, test } from 'vitest';
import { chartPointsOf, isDrawn } from './chart-of-years.ts';
import { chartFormat, styleOf } from './indicator-style.ts';
import { exampleDefinition, examplePage, exampleYear, targetOf } from './testing/indicator-example.ts';

test('a year without any record leaves a gap, so that time runs evenly', () => {
  const points = chartPointsOf(examplePage([exampleYear(2016, { value: '5' }), exampleYear(2018, { value: '7' })]));
  expect(points.map(({ label, value }) => [label, value])).toEqual([
    ['FY 2016', '5'],
    ['FY 2017', null],
    ['FY 2018', '7'],
  ]);
});

test('the target first set is drawn only where it was revised', () => {
  const revised = targetOf('10', { revised: true, afterResult: true, initial: { value: '12', low: null, high: null } });
  const [first, second] = chartPointsOf(
    examplePage([
      exampleYear(2020, { value: '9', target: targetOf('9') }),
      exampleYear(2021, { value: '9', target: revised }),
    ]),
  );
  expect(first).toMatchObject({ target: '9', initialTarget: null, note: null });
  expect(second).toMatchObject({
    target: '10',
    initialTarget: '12',
    note: 'Target revised after the result was known',
  });
});

test('what is not submitted is not drawn; its projection is, and a note says why', () => {
  const page = examplePage([exampleYear(2021, { value: '4' }), exampleYear(2022, { value: '5', state: 'returned' })], {
    projection: { year: 2022, label: 'FY 2022', value: '6' },
  });
  expect(chartPointsOf(page)[1]).toMatchObject({
    value: null,
    projection: '6',
    note: 'The value is returned and drawn once it is submitted',
  });
});

test('a projection beyond the recorded years has a place of its own', () => {
  const page = examplePage([exampleYear(2021, { value: '4' })], {
    projection: { year: 2023, label: 'FY 2023', value: '6' },
  });
  expect(chartPointsOf(page).map(({ label, projection }) => [label, projection ?? null])).toEqual([
    ['FY 2021', null],
    ['FY 2022', null],
    ['FY 2023', '6'],
  ]);
});

test('milestones and empty indicators are not drawn', () => {
  const done = exampleYear(2021, { value: '1' });
  expect(isDrawn(examplePage([done]))).toBe(true);
  expect(isDrawn(examplePage([done], { definition: { ...exampleDefinition, kind: 'milestone' } }))).toBe(false);
  expect(isDrawn(examplePage([exampleYear(2021)]))).toBe(false);
});

test('figures that were worked out are rounded on the chart, the steps of its axis are not', () => {
  const format = chartFormat(styleOf({ ...exampleDefinition, kind: 'percent', unit: 'percent' }));
  expect(format('13.0438895194854')).toBe('13%');
  expect(format('2.5')).toBe('2.5%');
});
