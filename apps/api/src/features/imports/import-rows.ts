import type { ImportRow } from '@fbs/contract';
import type { Decimal, Rating, Year } from '@fbs/core';
import type { ImportRecord } from '@fbs/documents';

export type ValueChange = {
  readonly value?: Decimal;
  readonly text?: string;
  readonly chosenRating?: Exclude<Rating, 'not_rated'>;
  readonly explanation?: string;
  readonly note?: string;
  readonly source?: string;
};

type TargetFigure = { readonly value: Decimal | null; readonly low: Decimal | null; readonly high: Decimal | null };

/** A part of a breakdown that a row would write. */
export type PartPlan = {
  readonly kind: 'breakdown';
  readonly dimension: string;
  readonly category: string;
  readonly value: Decimal;
};

/** What a row would write. */
export type Plan =
  | { readonly kind: 'value'; readonly change: ValueChange }
  | { readonly kind: 'not_applicable'; readonly reason: string }
  | PartPlan
  | {
      readonly kind: 'target';
      readonly figure: TargetFigure;
      /** Why there is no target, on purpose. */
      readonly noTargetReason: string | null;
      readonly afterResult: boolean;
    };

/** Where a row writes to: whoever changes the same thing meanwhile raises its version. */
export type RowPlace = { readonly kind: 'value' | 'target'; readonly indicatorId: string; readonly year: Year };

/** What is said of a row; what it is about is null for the part of a breakdown that its cells name. */
export type Finding = Omit<ImportRow, 'what'> & { readonly what: string | null };

/** What was found of a row: its words, and what it would write, if anything. */
export type CheckedRow = {
  readonly finding: Finding;
  readonly place: RowPlace | null;
  readonly plan: Plan | null;
  readonly reason: string | null;
  readonly record: ImportRecord;
};

export const placeKey = ({ kind, indicatorId, year }: RowPlace): string => `${kind}/${indicatorId}/${year}`;

export const placeOfKey = (key: string): RowPlace => {
  const [, kind, indicatorId = '', year] = /^(value|target)\/(.*)\/(\d+)$/.exec(key) ?? [];
  return { kind: kind === 'target' ? 'target' : 'value', indicatorId, year: Number(year) };
};

/**
 * Why a row is not taken over; whoever checks a row throws it, and one place turns it into a finding. No mistake of the
 * program: it carries no trace, which would take most of the time where many rows are refused.
 */
export class RowRefused {
  readonly column: string | null;
  readonly message: string;

  constructor(column: string | null, sentence: string) {
    this.column = column;
    this.message = sentence;
  }
}

/** What the work answers, or why the row is refused. */
export const refusedOr = <T>(work: () => T): T | RowRefused => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RowRefused) return error;
    throw error;
  }
};

export type Counts = Readonly<Record<ImportRow['outcome'], number>>;
export type Outcome = ImportRow['outcome'];

export const noCounts: Counts = { inserted: 0, changed: 0, unchanged: 0, warned: 0, refused: 0, conflict: 0 };

export const countsOf = (rows: readonly Pick<ImportRow, 'outcome'>[]): Counts => {
  const counts = { ...noCounts };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
};

export const addCounts = (a: Counts, b: Counts): Counts => ({
  inserted: a.inserted + b.inserted,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  warned: a.warned + b.warned,
  refused: a.refused + b.refused,
  conflict: a.conflict + b.conflict,
});

/** The rows that would be written. */
export const goodOutcomes: readonly Outcome[] = ['inserted', 'changed', 'warned'];
export const isBad = (outcome: Outcome): boolean => outcome === 'refused' || outcome === 'conflict';

export const conflictSentence =
  'Someone changed this after the file was tried: upload the file again, and compare both figures.';
