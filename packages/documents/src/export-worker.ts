import type { ExportContents, ExportFormat, ReviewDocument } from '@fbs/contract';
import { move } from 'piscina';
import { reviewToCsv } from './csv-package.ts';
import { contentsOf } from './export-contents.ts';
import type { ExportOptions } from './export-options.ts';
import { reviewToDocx } from './review-docx.ts';
import { reviewToPdf } from './review-pdf.ts';
import { reviewToStratml } from './review-stratml.ts';
import { reviewToXlsx } from './review-xlsx.ts';

/** `snapshot` is the text that was signed, or a draft's: it is read here, off the request loop. */
export type ExportTask = {
  /** plan: the strategy alone, as StratML. */
  readonly format: ExportFormat | 'plan';
  readonly snapshot: string;
  readonly options: ExportOptions;
};

type Maker = (document: ReviewDocument, options: ExportOptions) => Uint8Array | Promise<Uint8Array>;

/** Which writer makes which file; the snapshot itself is the JSON file. */
const makers: Readonly<Record<Exclude<ExportTask['format'], 'json'>, Maker>> = {
  docx: reviewToDocx,
  pdf: reviewToPdf,
  xlsx: reviewToXlsx,
  csv: reviewToCsv,
  stratml: (document, options) => reviewToStratml(document, options, 'Performance_Report'),
  plan: (document, options) => reviewToStratml(document, options, 'Strategic_Plan'),
};

/** Called by the pool in its thread; the bytes move to the caller without a copy, as the Uint8Array that they are. */
export const make = async ({ format, snapshot, options }: ExportTask): Promise<unknown> =>
  move(
    format === 'json'
      ? new TextEncoder().encode(snapshot)
      : await makers[format](JSON.parse(snapshot) as ReviewDocument, options),
  );

/** What is inside the files, and the sizes of those that are made in a moment. */
export const outline = ({ snapshot, options }: Omit<ExportTask, 'format'>): Promise<ExportContents> =>
  contentsOf(snapshot, options, { xlsx: makers.xlsx, csv: makers.csv, stratml: makers.stratml });
