import type { ExportFormat } from '@fbs/contract';

type ExportFile = { readonly extension: string; readonly mediaType: string };

/** What kind of file each format is. */
export const exportFiles: Readonly<Record<ExportFormat, ExportFile>> = {
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { extension: 'zip', mediaType: 'application/zip' },
  stratml: { extension: 'xml', mediaType: 'application/xml; charset=utf-8' },
  json: { extension: 'json', mediaType: 'application/json; charset=utf-8' },
};
