import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { chartDescription } from './chart-description.ts';
import { chartGeometry, frame, stepPath } from './chart-geometry.ts';
import { chartPng } from './chart-png.ts';
import { type Chart, chartOf } from './review-chart-data.ts';
import { IndicatorChart } from './review-charts.tsx';
import { ratedIndicators, unratedIndicators } from './testing/every-state.ts';
import { indicatorFixture } from './testing/indicator-fixture.ts';

const requiredChart = (chart: Chart | null): Chart => {
  if (chart === null) throw new Error('A chart was expected.');
  return chart;
};

const markupOf = (chart: Chart): string =>
  renderToStaticMarkup(createElement(IndicatorChart, { chart, description: 'Words' }));

const trained = ratedIndicators()[0] ?? indicatorFixture({ code: 'x', name: 'x', years: {} });
const gap = indicatorFixture({
  code: '1.1-A',
  name: 'Laws',
  years: {
    2019: { value: '-4', target: '2' },
    2020: {},
    2021: { value: '0', target: '3' },
    2022: { value: '6', target: '3', initial: '8' },
  },
});

describe('when there is a chart', () => {
  test('two values make one, fewer do not', () => {
    expect(chartOf(trained)?.columns).toHaveLength(4);
    expect(chartOf(indicatorFixture({ code: '1', name: 'n', years: { 2021: {}, 2022: { value: '1' } } }))).toBeNull();
  });

  test('milestones and narratives have none', () => {
    const codes = unratedIndicators()
      .filter((indicator) => chartOf(indicator) !== null)
      .map(({ code }) => code);
    expect(codes).toEqual(['2.1-E', '2.1-F']);
  });
});

describe('what is drawn', () => {
  test('every figure stands under its year, marked where it is illustrative', () => {
    const markup = markupOf(requiredChart(chartOf(trained)));
    const texts = [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(texts).toEqual(expect.arrayContaining(['FY 2019', '6,100', '6,000', 'FY 2022', '10,412†', '9,000†']));
  });

  test('a missing value has words and no column; zero has a column', () => {
    const chart = requiredChart(chartOf(gap));
    expect(chart.columns[1]).toMatchObject({ value: null, valueText: 'Not reported', targetText: 'No target' });
    const { columns, zero } = chartGeometry(chart);
    expect(columns.map(({ bar }) => bar !== null)).toEqual([true, false, true, true]);
    expect(columns[2]?.bar?.height).toBeGreaterThan(0);
    expect(columns[0]?.bar?.y).toBe(zero);
  });

  test('columns are as long as their values', () => {
    const { columns, zero } = chartGeometry(requiredChart(chartOf(trained)));
    const heights = columns.map(({ bar }) => bar?.height ?? 0);
    expect(zero).toBe(frame.plotTop + frame.plotHeight);
    expect((heights[0] ?? 0) / (heights[3] ?? 1)).toBeCloseTo(6100 / 10412, 6);
  });

  test('the target steps from year to year and breaks where there is none', () => {
    const { columns } = chartGeometry(requiredChart(chartOf(gap)));
    const path = stepPath(columns.map(({ target }) => target));
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).toMatch(/h\S+V\S+h/);
  });
});

describe('as a picture', () => {
  test('the letters are really drawn', () => {
    const chart = requiredChart(chartOf(trained));
    const blank: Chart = {
      ...chart,
      columns: chart.columns.map((one) => ({ ...one, valueText: ' ', targetText: ' ', label: one.label })),
    };
    const { png, width } = chartPng(chart, 'Words');
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(width).toBeCloseTo(643, 0);
    expect(png.length - chartPng(blank, 'Words').png.length).toBeGreaterThan(1000);
  });
});

describe('in words', () => {
  test('every year is told with value and target', () => {
    expect(chartDescription(gap)).toBe(
      'Column chart from 0: 1.1-A Laws (people, higher is better). FY 2019: \u22124, target 2. FY 2020: Not reported, no target. FY 2021: 0, target 3. FY 2022: 6, target 3, revised from 8.',
    );
  });

  test('what is illustrative is called so', () => {
    expect(chartDescription(trained)).toContain(
      'FY 2021: 7,481, target 8,000 (illustrative). FY 2022: 10,412 (illustrative)',
    );
  });
});
