import type { BreakdownRow, Disaggregation } from '@fbs/core';
import { type Measured, type Parsed, parseFigure } from './figures.ts';

/** What stands in the fields of a breakdown, by dimension and category. */
export type BreakdownTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const breakdownTexts = (
  disaggregations: readonly Disaggregation[],
  rows: readonly BreakdownRow[],
): BreakdownTexts =>
  Object.fromEntries(
    disaggregations.map(({ dimension, categories }) => [
      dimension,
      Object.fromEntries(
        categories.map((category) => {
          const row = rows.find((each) => each.dimension === dimension && each.category === category);
          return [category, row?.value ?? ''];
        }),
      ),
    ]),
  );

/** One text for all fields, so that they are saved, kept and compared together. */
export const writeTexts = (texts: BreakdownTexts): string => JSON.stringify(texts);

export const readTexts = (text: string): BreakdownTexts => JSON.parse(text) as BreakdownTexts;

/** The rows of the fields that are filled in; the first field that cannot be read ends it. */
export const parseBreakdown = (
  texts: BreakdownTexts,
  measured: Measured,
  label: string,
): Parsed<readonly BreakdownRow[]> => {
  const rows: BreakdownRow[] = [];
  for (const [dimension, categories] of Object.entries(texts)) {
    for (const [category, text] of Object.entries(categories)) {
      const parsed = parseFigure(text, `${category} in ${label}`, measured);
      if (!parsed.ok) return parsed;
      if (parsed.figure !== null) rows.push({ dimension, category, value: parsed.figure });
    }
  }
  return { ok: true, figure: rows };
};
