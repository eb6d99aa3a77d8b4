import type { ReviewDocument } from '@fbs/contract';
import { fiscalYearWords } from '../day-words.ts';
import { marked, ratingIsIllustrative } from '../figure-words.ts';
import { ratingColors } from '../palette.ts';
import { capitalized } from '../paper/statements.ts';
import { assessmentWords, draftsAmong, versionWords, yearsTitle } from '../paper/years-words.ts';
import { ratingPhrase, ratingSymbols } from '../rating-marks.ts';
import { indicatorsOf, notHeldBy, objectivesOf } from '../tables/document-rows.ts';
import { glanceSheet, type OtherSheet } from './glance-sheet.ts';
import type { NewSheet, SheetCell } from './workbook.ts';

const sheetOf = (
  name: string,
  first: string,
  years: readonly ReviewDocument[],
  rows: readonly (readonly SheetCell[])[],
): NewSheet => ({
  name,
  rows: [
    [first, 'Name', ...years.map(({ year }) => fiscalYearWords(year))].map((value) => ({
      value,
      look: 'head' as const,
    })),
    ...rows,
  ],
  widths: [11, 44, ...years.map(() => 22)],
  frozenRows: 1,
  frozenColumns: 2,
  filter: true,
});

/** How each indicator was rated, as the review of each year says it. */
export const ratingsSheet = (whole: ReviewDocument, years: readonly ReviewDocument[]): NewSheet =>
  sheetOf(
    'Ratings by year',
    'Indicator',
    years,
    indicatorsOf(whole).map(({ indicator }) => [
      { value: indicator.code, look: 'strong' },
      { value: indicator.definition.name },
      ...years.map(({ year }): SheetCell => {
        const entry = indicator.years.find((each) => each.year === year);
        if (entry === undefined) return { value: 'Not defined', look: 'soft' };
        const { rating, reason } = entry.rating;
        const phrase = marked(ratingPhrase(rating, reason), ratingIsIllustrative({ ...indicator, entry }));
        return { value: `${ratingSymbols[rating]} ${phrase}`, color: ratingColors[rating] };
      }),
    ]),
  );

/** How each objective was assessed. */
export const assessmentsSheet = (whole: ReviewDocument, years: readonly ReviewDocument[]): NewSheet =>
  sheetOf(
    'Assessments by year',
    'Objective',
    years,
    objectivesOf(whole).map(({ objective: { code, shortName } }) => [
      { value: code, look: 'strong' },
      { value: shortName },
      ...years.map((document): SheetCell => ({ value: assessmentWords(document, code) })),
    ]),
  );

const openingLines = (whole: ReviewDocument, years: readonly ReviewDocument[], product: string): SheetCell[] => {
  const { strategy } = whole;
  const drafts = draftsAmong(years);
  const isIllustrative = years.some(({ illustrative: { figures, texts } }) => figures + texts > 0);
  return [
    { value: yearsTitle(whole), look: 'title' },
    { value: `${strategy.title}, ${strategy.organization}, ${strategy.parent}`, look: 'soft' },
    ...(drafts === null
      ? []
      : [{ value: `DRAFT. Not signed off: ${drafts}. Figures and words can still change.`, look: 'alarm' as const }]),
    ...(isIllustrative
      ? [
          {
            value:
              'Illustrative figures and words were invented for evaluation. The tables name them; † stands on ratings and assessments that rest on them.',
            look: 'wash' as const,
          },
        ]
      : []),
    ...years.flatMap(notHeldBy).map((value) => ({ value, look: 'soft' }) as const),
    {
      value: 'Every figure stands as the review of its year has it. The checksums are on the sheet Reviews.',
      look: 'soft',
    },
    { value: `Made with ${product}.`, look: 'soft' },
    { value: null },
  ];
};

/** The first sheet of all years: how each went. */
export const yearsOverviewSheet = (
  whole: ReviewDocument,
  years: readonly ReviewDocument[],
  product: string,
  others: readonly OtherSheet[],
): NewSheet =>
  glanceSheet({
    opening: openingLines(whole, years, product),
    heads: ['Year', 'Review'],
    rows: years.map((document) => ({
      label: fiscalYearWords(document.year),
      name: capitalized(versionWords(document)),
      counts: document.rollUp,
    })),
    altText:
      'Stacked bars: how many performance indicators of each year have each rating. The table above has the same figures.',
    others,
  });
