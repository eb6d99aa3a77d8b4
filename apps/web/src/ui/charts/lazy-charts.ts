import { lazy } from 'react';

const loadIndicatorChart = () => import('./indicator-chart.tsx');

/** The drawing library comes in a chunk of its own: to be shown inside a ChartFrame, which waits for it. */
export const IndicatorChart = lazy(loadIndicatorChart);

export const ShareChart = lazy(() => import('./share-chart.tsx'));

/** Fetches the chunk ahead, when the browser has nothing else to do; screens with charts or links to them call it. */
export const preloadCharts = (): void => {
  const load = () => void loadIndicatorChart();
  if ('requestIdleCallback' in window) window.requestIdleCallback(load);
  else setTimeout(load, 200);
};
