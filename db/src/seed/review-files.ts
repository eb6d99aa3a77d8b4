import type { Assessment, Day, Year } from '@fbs/core';
import { readSeedJson, readSeedTable } from './seed-files.ts';

export type SectionText = {
  readonly objective: string;
  readonly assessment: Assessment;
  readonly departureReason?: string;
  /** As it was before a reviewer returned it. */
  readonly firstNarrative?: string;
  readonly narrative?: string;
  readonly decisions?: string;
  readonly evidence?: readonly { readonly title: string; readonly url: string }[];
};

export type ReviewText = {
  readonly year: Year;
  /** As it was before a reviewer returned it. */
  readonly firstSummary?: string;
  readonly summary: string;
  readonly jspStatement?: string;
  readonly sections: readonly SectionText[];
};

export type ReviewStep = {
  readonly year: Year;
  /** Empty: a step of the review itself. */
  readonly objective: string;
  readonly on: Day;
  readonly action: string;
  readonly by: string;
  readonly note: string;
};

const reviewYears: readonly Year[] = [2018, 2019, 2020, 2021, 2022];

export const readReviewTexts = (): ReviewText[] =>
  reviewYears.map((year) => readSeedJson<ReviewText>(`illustrative/review-${year}.json`));

/** Who did what with which review, in the order of time for each review and section. */
export const readReviewSteps = (): ReviewStep[] =>
  readSeedTable<keyof ReviewStep>('illustrative/review-steps.csv').map((row) => ({ ...row, year: Number(row.year) }));
