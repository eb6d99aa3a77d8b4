import { readCsv, writeCsv } from './csv-adapter.ts';
import { headOf, UnreadableFile } from './import-columns.ts';

/** More elements than any published framework has. */
const mostRows = 2000;

const columns = ['code', 'parent', 'level', 'text', 'label', 'quote'] as const;
type Column = (typeof columns)[number];
const required: readonly Column[] = ['code', 'parent', 'level', 'text'];

/** A row as it stands in the file; undefined: the file has no such column. */
export type FrameworkRow = {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
};

export type ReadFramework =
  | { readonly notices: readonly string[]; readonly rows: readonly FrameworkRow[] }
  | { readonly refused: string };

const listed = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const placesOf = (heads: readonly string[]): ReadonlyMap<Column, number> => {
  const places = new Map<Column, number>();
  for (const [at, head] of heads.entries()) {
    const column = columns.find((each) => each === head);
    if (column === undefined) continue;
    if (places.has(column)) throw new UnreadableFile(`The file has two columns "${column}": keep one of them.`);
    places.set(column, at);
  }
  const missing = required.filter((column) => !places.has(column));
  if (missing.length === 0) return places;
  throw new UnreadableFile(
    `The file has no column ${listed(missing)}: its first row has to name ${listed(required)}; "label" and "quote" may follow.`,
  );
};

const read = (bytes: Uint8Array): Exclude<ReadFramework, { refused: string }> => {
  if (bytes.length === 0) throw new UnreadableFile('This file is empty: choose the one with the elements.');
  const { sheet, notices } = readCsv(bytes);
  const [first = [], ...others] = Array.from({ length: sheet.rows.length }, (_, at) => sheet.rows.at(at));
  if (others.length > mostRows) {
    throw new UnreadableFile(
      `The file has more than ${mostRows} rows: leave out the lowest level, or empty rows below.`,
    );
  }
  const heads = first.map((cell) => headOf(cell?.text ?? ''));
  const places = placesOf(heads);
  const unread = heads.filter((head) => head !== '' && !columns.some((column) => column === head));
  const rows = others.flatMap((line, index): FrameworkRow[] => {
    if (line.every((cell) => cell === null)) return [];
    const cells = [...places].map(([column, at]) => [column, (line[at]?.text ?? '').trim()]);
    return [{ row: index + 2, cells: Object.fromEntries(cells) as FrameworkRow['cells'] }];
  });
  if (rows.length === 0) throw new UnreadableFile('There is no row below the names of the columns: fill some in.');
  const more = unread.length === 0 ? [] : [`${listed(unread)} is no column that is read, and was left out.`];
  return { notices: [...notices, ...more], rows };
};

/** Reads the elements of a framework from a CSV file; what is wrong with it as a whole is one sentence. */
export const readFrameworkFile = (bytes: Uint8Array): ReadFramework => {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: error.message };
    throw error;
  }
};

type TemplateRow = {
  readonly code: string;
  readonly parent: string | null;
  readonly level: string;
  readonly text: string | null;
  readonly label: string;
  readonly quote: string | null;
};

/** The elements as a file that reads back unchanged. */
export const writeFrameworkFile = (rows: readonly TemplateRow[]): string =>
  writeCsv([[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
