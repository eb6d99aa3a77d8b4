import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { frame } from './chart-geometry.ts';
import type { Chart } from './review-chart-data.ts';
import { IndicatorChart } from './review-charts.tsx';

/** `width` in units of 1/96 inch. */
export type ChartDrawing = { readonly svg: string; readonly width: number };

export const chartSvg = (chart: Chart, description: string): ChartDrawing => ({
  svg: renderToStaticMarkup(createElement(IndicatorChart, { chart, description })),
  width: frame.width,
});
