import { describe, expect, test } from 'vitest';
import {
  type ChartPoint,
  heightsOf,
  initialTargetsOf,
  restatedOf,
  rowsOf,
  shortNote,
  tolerancesOf,
} from './chart-points.ts';
import { ticksFor } from './chart-scale.ts';

const points: readonly ChartPoint[] = [
  { label: 'FY 2018', value: '10', target: '12', initialTarget: '12' },
  { label: 'FY 2019', value: null, target: '14' },
  { label: 'FY 2020', value: '15', target: '14', initialTarget: '16' },
  { label: 'FY 2021', value: null, projection: '18' },
];

describe('the points of a chart', () => {
  test('keep a gap where there is no figure', () => {
    expect(rowsOf(points).map((row) => row.value)).toEqual([10, null, 15, null]);
  });

  test('begin the projection at the last figure', () => {
    expect(rowsOf(points).map((row) => row.projection)).toEqual([null, null, 15, 18]);
  });

  test('show the initial target only where it was revised', () => {
    expect(initialTargetsOf(points)).toEqual([{ x: 2, y: 16 }]);
  });
});

describe('bands and earlier figures', () => {
  const kept: readonly ChartPoint[] = [
    {
      label: 'FY 2018',
      value: '10',
      target: '8',
      tolerance: '1.5',
      restatedFrom: [{ value: '14', illustrative: true }],
    },
    { label: 'FY 2019', value: '8', target: '8', tolerance: '0' },
    { label: 'FY 2020', value: '8', target: null, tolerance: '1.5' },
  ];

  test('a tolerance is a band around its target, where there is one', () => {
    expect(tolerancesOf(kept)).toEqual([{ x: 0, low: 6.5, high: 9.5 }]);
  });

  test('a restated figure keeps what was reported first', () => {
    expect(restatedOf(kept)).toEqual([{ x: 0, from: 14, to: 10 }]);
  });

  test('both are within the scale', () => {
    expect(heightsOf(kept, null)).toEqual(expect.arrayContaining([14, 6.5, 9.5]));
  });
});

describe('the scale of a chart', () => {
  test('begins at zero and ends above the highest figure', () => {
    expect(ticksFor([2650, 4788], true)).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
  });

  test('reaches below zero for negative figures', () => {
    expect(ticksFor([-5.2, 140], true)).toEqual([-50, 0, 50, 100, 150]);
  });

  test('keeps air below a figure under zero, so that its label stands clear of the axis', () => {
    expect(ticksFor([-10, 19], true)[0]).toBe(-20);
  });

  test('leaves zero out only when told so', () => {
    expect(ticksFor([90, 95], false)[0]).toBe(90);
  });

  test('holds up with nothing to draw, with zeros alone and with a single figure', () => {
    expect(ticksFor([], true)).toEqual([0, 1]);
    expect(ticksFor([0, 0], true)).toEqual([0, 1]);
    expect(ticksFor([7], false).length).toBeGreaterThan(2);
  });
});

test('a long note is cut at a word beside the figures', () => {
  expect(shortNote('Late')).toBe('Late');
  const cut = shortNote('word '.repeat(40));
  expect(cut).toMatch(/^(word )*word\u2026$/);
  expect(cut.length).toBeLessThanOrEqual(91);
});
