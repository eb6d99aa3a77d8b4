import type { ReviewDocument } from '@fbs/contract';
import { reviewStateLabels, yearSpan } from '@fbs/core';
import { fiscalYearWords, instantWords } from '../day-words.ts';
import { marked } from '../figure-words.ts';
import { objectivesOf } from '../tables/document-rows.ts';

/** "version 1, signed Dec. 5, 2019, 14:05 UTC by R. Reviewer", "DRAFT (open)" */
export const versionWords = ({ draft, state, number, signOff }: ReviewDocument): string =>
  draft || signOff === null
    ? `DRAFT (${reviewStateLabels[state].toLowerCase()})`
    : `version ${number}, signed ${instantWords(signOff.at)} by ${signOff.person}`;

/** How an objective was assessed in a year. */
export const assessmentWords = (document: ReviewDocument, code: string): string => {
  const section = objectivesOf(document).find(({ objective }) => objective.code === code)?.objective.section;
  if (section === undefined) return 'Not in the strategy';
  if (section.assessment === null) return 'Not assessed';
  return marked(document.method.assessmentNames[section.assessment], section.illustrative);
};

/** "FY 2021, FY 2022": the years that are not signed off; null: all are. */
export const draftsAmong = (years: readonly ReviewDocument[]): string | null => {
  const drafts = years.filter(({ draft }) => draft).map(({ year }) => fiscalYearWords(year));
  return drafts.length === 0 ? null : drafts.join(', ');
};

/** "2018-2022 at a glance" */
export const yearsTitle = ({ strategy: { firstYear, lastYear } }: ReviewDocument): string =>
  `${yearSpan(firstYear, lastYear)} at a glance`;
