import type { ExportFormat, ReviewDocument } from '@fbs/contract';
import { exportFiles } from './export-files.ts';

/** "FBS-review-FY2022-v1.docx"; a draft says so in its name: "FBS-review-FY2022-v1-DRAFT.docx". */
export const exportName = (document: Pick<ReviewDocument, 'year' | 'number' | 'draft'>, format: ExportFormat): string =>
  `FBS-review-FY${document.year}-v${document.number}${document.draft ? '-DRAFT' : ''}.${exportFiles[format].extension}`;
