import type { ReviewDocument } from '@fbs/contract';
import { move } from 'piscina';
import type { ExportOptions } from './export-options.ts';
import { reviewToDocx } from './review-docx.ts';

export type ExportTask = { readonly document: ReviewDocument; readonly options: ExportOptions };

/** Called by the pool in its thread; the bytes move to the caller without a copy, as the Uint8Array that they are. */
export const docx = async ({ document, options }: ExportTask): Promise<unknown> =>
  move(await reviewToDocx(document, options));
