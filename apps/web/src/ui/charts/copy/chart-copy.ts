/** What leaves with a chart: the figures behind it, and the words that say what they are and as of when. */
export type ChartCopy = {
  /** The beginning of the file's name, of letters, digits, points and dashes: "1.2-D-FY-2021". */
  readonly file: string;
  /** Source, year and as-of day, for the foot of the picture. */
  readonly source: string;
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
};

/** A figure is written as the exact decimal that it is; text is kept from being run as a formula. */
export type CsvColumn = { readonly head: string; readonly kind: 'text' | 'figure' };
