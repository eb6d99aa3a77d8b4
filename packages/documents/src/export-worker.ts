import type { ExportContents, ExportFormat, ReviewDocument, YearsFormat } from '@fbs/contract';
import { move } from 'piscina';
import { reviewToCsv, yearsToCsv } from './csv-package.ts';
import { contentsOf } from './export-contents.ts';
import type { ExportOptions } from './export-options.ts';
import type { PaperLook, Seal } from './paper-look.ts';
import { reviewToDocx, yearsToDocx } from './review-docx.ts';
import { reviewToPdf, showsSeal, yearsToPdf } from './review-pdf.ts';
import { reviewToStratml } from './review-stratml.ts';
import { reviewToXlsx } from './review-xlsx.ts';
import type { ReviewOfYear } from './tables/years-tables.ts';
import { type SnapshotOfYear, yearsToJson } from './years-json.ts';
import { yearsToXlsx } from './years-xlsx.ts';

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

/** `reviews`: one of each year, oldest first, as the text that was signed, or a draft's. */
export type YearsTask = {
  readonly format: YearsFormat;
  readonly reviews: readonly SnapshotOfYear[];
  readonly product: string;
  readonly look?: PaperLook;
};

type YearsMaker = (
  reviews: readonly ReviewOfYear[],
  product: string,
  look?: PaperLook,
) => Uint8Array | Promise<Uint8Array>;

const yearsMakers: Readonly<Record<Exclude<YearsTask['format'], 'json'>, YearsMaker>> = {
  docx: yearsToDocx,
  pdf: yearsToPdf,
  xlsx: yearsToXlsx,
  csv: yearsToCsv,
};

/** All years in one file. */
export const makeYears = async ({ format, reviews, product, look }: YearsTask): Promise<unknown> => {
  if (format === 'json') return move(yearsToJson(reviews));
  const read = reviews.map(({ snapshot, sha256 }) => ({ document: JSON.parse(snapshot) as ReviewDocument, sha256 }));
  return move(await yearsMakers[format](read, product, look));
};

/** Whether papers can show a picture. */
export const trySeal = (seal: Seal): boolean => showsSeal(seal);

/** What is inside the files, and the sizes of those that are made in a moment. */
export const outline = ({ snapshot, options }: Omit<ExportTask, 'format'>): Promise<ExportContents> =>
  contentsOf(snapshot, options, { xlsx: makers.xlsx, csv: makers.csv, stratml: makers.stratml });
