export { exportFiles } from './export-files.ts';
export { exportName } from './export-name.ts';
export { createExportPool, type ExportPool } from './export-pool.ts';
export { createImportPool, type ImportPool } from './import-pool.ts';
export { writeCsv } from './imports/csv-adapter.ts';
export {
  type ColumnName,
  columnNames,
  type ImportCell,
  type ImportRecord,
  type ReadImport,
  type SheetName,
} from './imports/import-columns.ts';
export {
  type ImportTemplate,
  type TemplateBreakdown,
  type TemplateTarget,
  type TemplateValue,
  templateToCsv,
} from './imports/write-template.ts';
export { recognizeFile } from './recognize-file.ts';
export { ThreadBusy, WorkStopped } from './worker-thread.ts';
