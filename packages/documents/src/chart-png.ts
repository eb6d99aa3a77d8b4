import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { chartSvg } from './chart-svg.ts';
import type { Chart } from './review-chart-data.ts';

export type ChartPicture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

const fontFile = (face: 'Regular' | 'Bold'): string =>
  fileURLToPath(new URL(`../fonts/PublicSans-${face}.ttf`, import.meta.url));

/** Twice and a half the size on paper: about 240 dots per inch. */
const zoom = 2.5;

/** Without a font file of its own the text would vanish; the machine's fonts are not asked. */
export const chartPng = (chart: Chart, description: string): ChartPicture => {
  const { svg } = chartSvg(chart, description);
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontFiles: [fontFile('Regular'), fontFile('Bold')],
      loadSystemFonts: false,
      defaultFontFamily: 'Public Sans',
    },
  }).render();
  return { png: picture.asPng(), width: picture.width / zoom, height: picture.height / zoom };
};
