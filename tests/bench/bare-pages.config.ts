import product from '../../apps/web/vite.config.ts';

/** The same points as plain SVG: axis, values, targets, labels; no library, nothing to wait for. */
const handDrawn = `
import { createElement as h } from 'react';
const width = 760, height = 300, left = 48, bottom = 24;
export const IndicatorChart = ({ points, title, format = String }) => {
  const numbers = points.flatMap(({ value, target }) => [value, target]).filter((each) => each != null).map(Number);
  const top = Math.max(...numbers, 1) * 1.1;
  const x = (index) => left + ((width - left) / points.length) * (index + 0.5);
  const y = (value) => (height - bottom) * (1 - Number(value) / top);
  const shown = points.map((point, index) => ({ ...point, index })).filter(({ value }) => value != null);
  const half = (width - left) / points.length / 2;
  return h('svg', { className: 'hand-drawn', role: 'img', 'aria-label': title, viewBox: '0 0 ' + width + ' ' + height },
    [0, 0.25, 0.5, 0.75, 1].map((part) => h('g', { key: part },
      h('line', { x1: left, x2: width, y1: y(top * part), y2: y(top * part), stroke: 'var(--chart-grid)' }),
      h('text', { x: 0, y: y(top * part) }, format(String(Math.round(top * part)))))),
    points.map(({ label }, index) => h('text', { key: label, x: x(index), y: height, textAnchor: 'middle' }, label)),
    points.map(({ label, target }, index) => target != null && h('line', { key: label, x1: x(index) - half,
      x2: x(index) + half, y1: y(target), y2: y(target), stroke: 'var(--ink)', strokeWidth: 2 })),
    h('polyline', { points: shown.map(({ value, index }) => x(index) + ',' + y(value)).join(' '), fill: 'none',
      stroke: 'var(--accent)', strokeWidth: 2.5 }),
    shown.map(({ label, value, index }) => h('g', { key: label },
      h('circle', { cx: x(index), cy: y(value), r: 5, fill: 'var(--accent)' }),
      h('text', { x: x(index), y: y(value) - 10, textAnchor: 'middle' }, format(value)))));
};
export const ShareChart = () => null;
export const preloadCharts = () => {};
`;

const bare: Readonly<Record<string, string>> = {
  'src/ui/charts/lazy-charts.ts': handDrawn,
  'src/ui/stacked-bar.tsx': 'export const StackedBar = () => null;',
  'src/ui/sparkline.tsx': 'export const Sparkline = () => null;',
};

/** The product's screens with no chart on the overview, and hand-drawn ones elsewhere: what its own are measured by. */
const bareCharts = {
  name: 'bare-charts',
  enforce: 'pre' as const,
  load: (id: string): string | undefined => Object.entries(bare).find(([path]) => id.endsWith(path))?.[1],
};

export default { ...product, plugins: [bareCharts, ...(product.plugins ?? [])] };
