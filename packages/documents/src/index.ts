export { exportName } from './export-name.ts';
export { createExportPool } from './export-pool.ts';
export { recognizeFile } from './recognize-file.ts';
