export { exportName } from './export-name.ts';
export { createExportPool } from './export-pool.ts';
