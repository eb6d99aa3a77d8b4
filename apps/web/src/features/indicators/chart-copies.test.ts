import { expect, test } from 'vitest';
import type { ChartPoint } from '../../ui/charts/chart-points.ts';
import { chartFigures } from './chart-copies.ts';

test('the data of a chart have a row for each period, with every digit and with what is invented named', () => {
  const points: readonly ChartPoint[] = [
    {
      label: 'FY 2020',
      value: '13.0438895194854',
      target: '12',
      initialTarget: '14',
      illustrative: true,
      illustrativeTarget: true,
      note: 'Late',
      restatedFrom: [
        { value: '13.1', illustrative: true },
        { value: '13.05', illustrative: false },
      ],
      tolerance: '1.5',
    },
    { label: 'FY 2021', value: null, target: '13', projection: '15.2' },
  ];
  const { columns, rows } = chartFigures(points);
  expect(rows).toEqual([
    ['FY 2020', '13.0438895194854', '13.1', '12', '14', null, null, '1.5', null, 'yes', 'yes', 'Late'],
    ['FY 2021', null, null, '13', null, null, null, null, '15.2', null, 'no', null],
  ]);
  for (const row of rows) expect(row).toHaveLength(columns.length);
});
