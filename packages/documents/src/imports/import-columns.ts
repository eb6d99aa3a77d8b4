/**
 * The sheets of an import file, and the columns that each may have, by the name that stands in its first row.
 * Kept files know the columns by their position: new ones are added at the end.
 */
export const sheetNames = ['Values', 'Targets', 'Breakdowns'] as const;
export type SheetName = (typeof sheetNames)[number];

export const columnNames = [
  'indicator',
  'year',
  'value',
  'target',
  'low',
  'high',
  'dimension',
  'category',
  'explanation',
  'note',
  'source',
  'reason',
  'text',
  'rating',
  'not applicable',
  'no target',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const requiredColumns: Readonly<Record<SheetName, readonly ColumnName[]>> = {
  Values: ['indicator', 'year', 'value'],
  Targets: ['indicator', 'year', 'target'],
  Breakdowns: ['indicator', 'year', 'dimension', 'category', 'value'],
};

/** Columns that help people and are not read: what they say is known already. */
export const silentColumns: readonly string[] = ['name', 'unit', 'sheet', 'row', 'problem'];

const otherNames: Readonly<Record<string, ColumnName>> = {
  code: 'indicator',
  'indicator code': 'indicator',
  'fiscal year': 'year',
  fy: 'year',
  figure: 'value',
  result: 'value',
  narrative: 'text',
  actual: 'value',
  notes: 'note',
  'data source': 'source',
  'reason for correction': 'reason',
};

export const headOf = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** The column that a head names; undefined: none that is read. */
export const columnOf = (head: string): ColumnName | undefined =>
  columnNames.find((name) => name === head) ?? otherNames[head];

export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'yes_no' | 'error' | 'formula';

/** What stands in a cell. A number is its exact digits; a percent already times 100; a formula has no result. */
export type ImportCell = { readonly kind: CellKind; readonly text: string };

export type ImportRecord = {
  readonly sheet: SheetName;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ColumnName, ImportCell>>>;
};

/**
 * A list whose items are made whenever they are asked for: a file has very many rows, and keeping an object for each of
 * them and of their cells takes most of the time that reading it takes.
 */
export type Listed<T> = {
  readonly length: number;
  /** @throws RangeError outside of the list */
  readonly at: (position: number) => T;
};

export const listed = <T>(items: readonly T[]): Listed<T> => ({
  length: items.length,
  at: (position) => {
    if (position >= items.length) throw new RangeError(`there is nothing at ${position}`);
    return items[position] as T;
  },
});

/** Several lists as one. */
export const joined = <T>(lists: readonly Listed<T>[]): Listed<T> => ({
  length: lists.reduce((sum, each) => sum + each.length, 0),
  at: (position) => {
    let rest = position;
    for (const each of lists) {
      if (rest < each.length) return each.at(rest);
      rest -= each.length;
    }
    throw new RangeError(`there is nothing at ${position}`);
  },
});

/** The rows of a file as they stand in its text: their cells in the order of the columns; "" is an empty one. */
export type PlainText = {
  readonly columns: readonly ColumnName[];
  /** The list is used again for the next row. A text that the row above says too is the same one. */
  readonly at: (position: number) => readonly string[];
  /** As the spreadsheet counts, from 1. */
  readonly rowAt: (position: number) => number;
};

export type ImportRecords = Listed<ImportRecord> & {
  /** Where all rows are of one sheet in which nothing was quoted. */
  readonly plain?: { readonly sheet: SheetName; readonly text: PlainText };
};

/** A file as it was read; or the one sentence that says why it cannot be. */
export type ReadImport =
  | { readonly notices: readonly string[]; readonly records: ImportRecords }
  | { readonly refused: string };

export type RawRow = readonly (ImportCell | null)[];

/** What a text in which nothing is quoted knows of its lines without making cells of them. */
type PlainLines = {
  /** The cells of a line as they stand there, in a list that is used again. */
  readonly textsAt: (position: number) => readonly string[];
  /** Whether the line begins with a word: then its first cell is not empty. */
  readonly beginsAt: (position: number) => boolean;
};

export type RawRows = Listed<RawRow> & { readonly lines?: PlainLines };

/** A sheet before its columns are known. */
export type RawSheet = {
  readonly name: string;
  readonly rows: RawRows;
  /** The places of merged cells, as "A1:B1". */
  readonly merged: readonly string[];
};

/** Why a file cannot be read, in a sentence for who sent it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
