import type { ReviewDocument } from '@fbs/contract';
import type { ExportOptions } from './export-options.ts';
import { cleanDeep } from './plain-text.ts';
import { reviewTables } from './tables/review-tables.ts';
import { overviewSheet } from './xlsx/overview-sheet.ts';
import { resultsSheet } from './xlsx/results-sheet.ts';
import { dictionarySheet, tableSheet } from './xlsx/table-sheet.ts';
import { footerText, writeReviewWorkbook } from './xlsx/workbook.ts';
import { chartsSheet, yearsSheet } from './xlsx/years-sheet.ts';

/** The review as a workbook: the year at a glance and in charts, then every table of it. */
export const reviewToXlsx = (snapshot: ReviewDocument, given: ExportOptions): Promise<Uint8Array> => {
  const document = cleanDeep(snapshot);
  const { strategy, year, number, draft } = document;
  // A draft has no checksum: one that is handed over belongs to another version.
  const options = cleanDeep({ ...given, sha256: draft ? null : given.sha256 });
  // what the review table says stands on the overview
  const tables = reviewTables(document, options).filter(({ name }) => name !== 'review');
  const [results, years, charts] = [resultsSheet(document), yearsSheet(document), chartsSheet(document)];
  const dictionary = dictionarySheet(tables);
  const about = [
    {
      name: results.name,
      about: 'Each indicator of the year: value, target, rating and why',
      rows: results.rows.length - 1,
    },
    { name: years.name, about: 'Values and targets of all years side by side', rows: years.rows.length - 1 },
    { name: charts.name, about: 'The same as charts', rows: charts.charts?.length ?? 0 },
    ...tables.map((table) => ({ name: table.title, about: table.description, rows: table.rows.length })),
    { name: dictionary.name, about: 'What each column says', rows: dictionary.rows.length - 1 },
  ];
  const title = `Annual review FY ${year}, version ${number}${draft ? ' (DRAFT)' : ''}`;
  return writeReviewWorkbook({
    title: `${title}, ${strategy.title}`,
    description: options.sha256 === null ? `Made with ${options.product}` : `SHA-256 ${options.sha256}`,
    creator: strategy.organization,
    at: document.asOf,
    header: draft ? '&C&"-,Bold"DRAFT' : '',
    footer: `&L&8${footerText(`${title}${options.sha256 === null ? '' : `, SHA-256 ${options.sha256.slice(0, 12)}...`}`)}&C&8&A&R&8Page &P of &N`,
    sheets: [overviewSheet(document, options, about), results, years, charts, ...tables.map(tableSheet), dictionary],
  });
};
