import type { ExportContents, ExportFormat, IndicatorYear, ReviewDocument } from '@fbs/contract';
import { estimatedSizes } from './estimated-sizes.ts';
import type { ExportOptions } from './export-options.ts';
import { indicatorsOf, notHeldBy } from './tables/document-rows.ts';
import { reviewTables } from './tables/review-tables.ts';

type Maker = (document: ReviewDocument, options: ExportOptions) => Uint8Array | Promise<Uint8Array>;
type QuickMakers = Partial<Readonly<Record<ExportFormat, Maker>>>;

const sizesOf = async (document: ReviewDocument, options: ExportOptions, quick: QuickMakers) => {
  const sizes: ExportContents['sizes'] = {};
  for (const [format, make] of Object.entries(quick)) {
    sizes[format as ExportFormat] = (await make(document, options)).length;
  }
  return sizes;
};

/** What the files of a review hold, and which of its figures ask for care. */
export const contentsOf = async (
  snapshot: string,
  options: ExportOptions,
  quick: QuickMakers,
): Promise<ExportContents> => {
  const document = JSON.parse(snapshot) as ReviewDocument;
  const entries = indicatorsOf(document).flatMap(({ indicator }) => [...indicator.years]);
  const count = (holds: (entry: IndicatorYear) => boolean): number => entries.filter(holds).length;
  return {
    tables: reviewTables(document, options)
      .filter(({ name }) => name !== 'review')
      .map(({ title, description, rows }) => ({ title, description, rows: rows.length })),
    sizes: { ...(await sizesOf(document, options, quick)), json: new TextEncoder().encode(snapshot).length },
    estimates: estimatedSizes(document, options),
    illustrativeValues: count(({ illustrative, value }) => illustrative && value !== null),
    illustrativeTargets: count(({ target }) => target.illustrative),
    restated: count(({ restated }) => restated),
    revisedAfterResult: count(({ target }) => target.afterResult),
    notHeld: notHeldBy(document),
  };
};
