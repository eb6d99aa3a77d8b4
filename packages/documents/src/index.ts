export { exportFiles } from './export-files.ts';
export { exportName, yearsName } from './export-name.ts';
export type { PartOrigin } from './export-options.ts';
export { createExportPool, type ExportPool } from './export-pool.ts';
export { writeCsv } from './imports/csv-adapter.ts';
export { type ReadFramework, readFrameworkFile, writeFrameworkFile } from './imports/framework-file.ts';
export {
  type CellKind,
  type ColumnName,
  columnNames,
  type ImportCell,
  type ImportRecord,
  type ImportRecords,
  joined,
  type Listed,
  listed,
  type PlainText,
  type SheetName,
} from './imports/import-columns.ts';
export { readImport } from './imports/read-import.ts';
export {
  type ImportTemplate,
  type TemplateBreakdown,
  type TemplateTarget,
  type TemplateValue,
  templateToCsv,
  templateToXlsx,
} from './imports/write-template.ts';
export { reviewChanges } from './paper/review-changes.ts';
export type { PaperLook, Seal } from './paper-look.ts';
export { recognizeFile } from './recognize-file.ts';
export { sealFrom } from './seal-picture.ts';
export { createStrategyFileThread, type StrategyFileThread } from './strategy-file-thread.ts';
export type { StrategyFile } from './strategy-files/read-strategy-file.ts';
export { outlineTemplateCsv, outlineTemplateXlsx } from './strategy-files/write-outline.ts';
export { identifierOf } from './stratml/identifier.ts';
export { createWorkerThread, ThreadBusy, WorkStopped } from './worker-thread.ts';
