import type { IndicatorYear, ReviewDocument } from '@fbs/contract';
import { yearSpan } from '@fbs/core';
import { fiscalYearWords, instantWords } from './day-words.ts';
import type { ExportOptions } from './export-options.ts';
import { draftsAmong, versionWords } from './paper/years-words.ts';
import { indicatorsOf, notHeldBy } from './tables/document-rows.ts';
import { atAGlance, type ReviewOfYear } from './tables/years-tables.ts';

/** "1.1-A (2020, 2021)": the indicators, each with the years for which it holds. */
const codesOf = (document: ReviewDocument, holds: (entry: IndicatorYear) => boolean): string[] =>
  indicatorsOf(document).flatMap(({ indicator: { code, years } }) => {
    const held = years.filter(holds).map(({ year }) => year);
    return held.length === 0 ? [] : [`${code} (${held.join(', ')})`];
  });

const listed = (what: string, codes: readonly string[]): string =>
  codes.length === 0 ? `${what}: none.` : `${what}: ${codes.join(', ')}.`;

const standing = (document: ReviewDocument, sha256: string | null): string[] => {
  const { draft, signOff, asOf } = document;
  if (draft) return [`DRAFT: not signed off. It says how the review stood on ${instantWords(asOf)}.`];
  return [
    `Signed off by ${signOff?.person ?? 'an unknown person'} on ${instantWords(signOff?.at ?? asOf)}.`,
    ...(sha256 === null ? [] : [`SHA-256 of the signed snapshot: ${sha256}`]),
  ];
};

/** Which of the figures ask for care, each with its years. */
const withCare = (document: ReviewDocument): string[] => [
  listed(
    'Illustrative values, invented for evaluation',
    codesOf(document, ({ illustrative, value }) => illustrative && value !== null),
  ),
  listed(
    'Illustrative targets, invented for evaluation',
    codesOf(document, ({ target }) => target.illustrative),
  ),
  listed(
    'Restated values',
    codesOf(document, ({ restated }) => restated),
  ),
  listed(
    'Targets revised after the result was known',
    codesOf(document, ({ target }) => target.afterResult),
  ),
];

/** What a file of data says of itself: of which review it is, and which of its figures are to be read with care. */
export const aboutReview = (document: ReviewDocument, { sha256, product }: ExportOptions): string[] => {
  const { strategy, year, number } = document;
  return [
    `${strategy.organization}: annual review of fiscal year ${year}, version ${number}, of the ${strategy.title}.`,
    ...standing(document, sha256),
    ...withCare(document),
    ...notHeldBy(document),
    `Made with ${product}.`,
  ];
};

/** The same of all years of a strategy together. */
export const aboutYears = (reviews: readonly ReviewOfYear[], product: string): string[] => {
  const documents = reviews.map(({ document }) => document);
  const whole = atAGlance(documents);
  const drafts = draftsAmong(documents);
  const { organization, title, firstYear, lastYear } = whole.strategy;
  return [
    `${organization}: ${yearSpan(firstYear, lastYear)} at a glance, the reviews of all years of the ${title}.`,
    ...(drafts === null ? [] : [`DRAFT. Not signed off: ${drafts}.`]),
    ...reviews.map(
      ({ document, sha256 }) =>
        `${fiscalYearWords(document.year)}: ${versionWords(document)}${sha256 === null ? '' : `, SHA-256 ${sha256}`}.`,
    ),
    'Every figure stands as the review of its year has it; a draft may still change.',
    ...withCare(whole),
    ...documents.flatMap(notHeldBy),
    `Made with ${product}.`,
  ];
};
