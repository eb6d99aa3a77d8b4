import type { ExportFormat, ReviewDocument, YearsFormat } from '@fbs/contract';
import { yearSpan } from '@fbs/core';
import { exportFiles } from './export-files.ts';

const named = (what: string, isDraft: boolean, format: ExportFormat): string =>
  `FBS-review-${what}${isDraft ? '-DRAFT' : ''}.${exportFiles[format].extension}`;

/** "FBS-review-FY2022-v1.docx"; a draft says so in its name: "FBS-review-FY2022-v1-DRAFT.docx". */
export const exportName = (document: Pick<ReviewDocument, 'year' | 'number' | 'draft'>, format: ExportFormat): string =>
  named(`FY${document.year}-v${document.number}`, document.draft, format);

type Years = { readonly firstYear: number; readonly lastYear: number; readonly draft: boolean };

/** "FBS-review-2018-2022.docx"; where a year is not signed: "FBS-review-2018-2022-DRAFT.docx". */
export const yearsName = ({ firstYear, lastYear, draft }: Years, format: YearsFormat): string =>
  named(yearSpan(firstYear, lastYear), draft, format);
