export { chartDescription } from './chart-description.ts';
export { type ChartPicture, chartPng } from './chart-png.ts';
export { type ExportFormat, exportName } from './export-name.ts';
export type { ExportOptions } from './export-options.ts';
export { createExportPool, type ExportPool, type ExportPoolOptions } from './export-pool.ts';
export { type Chart, chartOf } from './review-chart-data.ts';
export { IndicatorChart } from './review-charts.tsx';
export { reviewToDocx } from './review-docx.ts';
