import { draftsAmong, yearsTitle } from './paper/years-words.ts';
import { cleanDeep } from './plain-text.ts';
import { atAGlance, type ReviewOfYear, yearsTables } from './tables/years-tables.ts';
import { assessmentsSheet, ratingsSheet, yearsOverviewSheet } from './xlsx/by-year-sheets.ts';
import { dictionarySheet, tableSheet } from './xlsx/table-sheet.ts';
import { footerText, writeReviewWorkbook } from './xlsx/workbook.ts';
import { chartsSheet, yearsSheet } from './xlsx/years-sheet.ts';

/** All years of a strategy as a workbook: side by side and in charts, then every table of every review. */
export const yearsToXlsx = (given: readonly ReviewOfYear[], product: string): Promise<Uint8Array> => {
  const reviews = cleanDeep(given);
  const documents = reviews.map(({ document }) => document);
  const whole = atAGlance(documents);
  const tables = yearsTables(reviews, product);
  const glances = [
    { sheet: yearsSheet(whole), about: 'Values and targets side by side, each as the review of its year has it' },
    { sheet: ratingsSheet(whole, documents), about: 'How each indicator was rated' },
    { sheet: assessmentsSheet(whole, documents), about: 'How each objective was assessed' },
  ];
  const [charts, dictionary] = [chartsSheet(whole), dictionarySheet(tables)];
  const others = [
    ...glances.map(({ sheet, about }) => ({ name: sheet.name, about, rows: sheet.rows.length - 1 })),
    { name: charts.name, about: 'Values and targets as charts', rows: charts.charts?.length ?? 0 },
    ...tables.map((table) => ({ name: table.title, about: table.description, rows: table.rows.length })),
    { name: dictionary.name, about: 'What each column says', rows: dictionary.rows.length - 1 },
  ];
  const { strategy, asOf } = whole;
  const isDraft = draftsAmong(documents) !== null;
  const title = `${yearsTitle(whole)}${isDraft ? ' (DRAFT)' : ''}`;
  return writeReviewWorkbook({
    title: `${title}, ${strategy.title}`,
    description: `Made with ${product}`,
    creator: strategy.organization,
    at: asOf,
    header: isDraft ? '&C&"-,Bold"DRAFT' : '',
    // the space ends the size of the letters: a year after it would be read as a part of it
    footer: `&L&8 ${footerText(title)}&C&8&A&R&8Page &P of &N`,
    sheets: [
      yearsOverviewSheet(whole, documents, product, others),
      ...glances.map(({ sheet }) => sheet),
      charts,
      ...tables.map(tableSheet),
      dictionary,
    ],
  });
};
