import { importLimits } from '@fbs/core';
import { readCsv } from './csv-adapter.ts';
import {
  type ColumnName,
  columnOf,
  headOf,
  type ImportCell,
  type ImportRecord,
  type ImportRecords,
  joined,
  listed,
  type RawRow,
  type RawSheet,
  type ReadImport,
  requiredColumns,
  type SheetName,
  sheetNames,
  silentColumns,
  UnreadableFile,
} from './import-columns.ts';
import { readWorkbook } from './xlsx-adapter.ts';

type Head = { readonly column: ColumnName | 'sheet'; readonly at: number };

const textOf = (cell: ImportCell | null | undefined): string => cell?.text ?? '';
const isEmpty = (row: RawRow): boolean => row.every((cell) => cell === null);
const isBlank = ({ rows }: RawSheet): boolean => {
  for (let at = 0; at < rows.length; at += 1) if (!isEmpty(rows.at(at))) return false;
  return true;
};
const namesIndicator = (row: RawRow): boolean => row.some((cell) => columnOf(headOf(textOf(cell))) === 'indicator');

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const refuseRows = (what: string): never => {
  const most = importLimits.rows.toLocaleString('en-US');
  throw new UnreadableFile(`${what} has more than ${most} rows: send it in parts, without empty rows below.`);
};

/** @throws UnreadableFile where the first row does not name each column once */
const headsOf = ({ name, rows, merged }: RawSheet): { heads: Head[]; unread: string[] } => {
  if (rows.length > importLimits.rows + 1) refuseRows(name);
  const [first = [], ...next] = Array.from({ length: Math.min(rows.length, 21) }, (_, at) => rows.at(at));
  if (merged.length > 0) {
    throw new UnreadableFile(`${name} has merged cells (${merged[0]}): unmerge them, so that each row stands alone.`);
  }
  const later = next.findIndex(namesIndicator);
  if (later >= 0) {
    const advice = namesIndicator(first) ? 'keep one row of names, as the first row' : 'delete the rows above it';
    throw new UnreadableFile(`The columns of ${name} are named in row ${later + 2}: ${advice}.`);
  }
  const heads: Head[] = [];
  const unread: string[] = [];
  for (const [at, cell] of first.entries()) {
    const head = headOf(textOf(cell));
    const column = head === 'sheet' ? 'sheet' : columnOf(head);
    if (column === undefined) {
      if (head !== '' && !silentColumns.includes(head)) unread.push(textOf(cell).trim());
    } else if (heads.some((each) => each.column === column)) {
      throw new UnreadableFile(`${name} has two columns "${column}": keep one of them.`);
    } else heads.push({ column, at });
  }
  return { heads, unread };
};

const checkColumns = (name: string, sheet: SheetName, columns: ReadonlySet<string>): void => {
  const missing = requiredColumns[sheet].filter((column) => !columns.has(column));
  // a range has a low and a high target instead
  const lacking = missing.filter((column) => column !== 'target' || !(columns.has('low') && columns.has('high')));
  if (lacking.length === 0) return;
  const needed = list(requiredColumns[sheet]);
  throw new UnreadableFile(`${name} has no column ${list(lacking)}: its first row has to name ${needed}.`);
};

/** What a CSV file is about shows in its columns. */
const kindOf = (columns: ReadonlySet<string>): SheetName => {
  if (columns.has('dimension') && columns.has('category')) return 'Breakdowns';
  return columns.has('target') && !columns.has('value') ? 'Targets' : 'Values';
};

const recordAt = (raw: RawSheet, heads: readonly Head[], kind: SheetName, index: number): ImportRecord => {
  const row = raw.rows.at(index);
  const cells: Partial<Record<ColumnName, ImportCell>> = {};
  let sheet = kind;
  for (const { column, at } of heads) {
    const cell = row[at] ?? null;
    if (cell === null) continue;
    if (column === 'sheet') sheet = sheetNames.find((name) => headOf(name) === headOf(cell.text)) ?? kind;
    else cells[column] = cell;
  }
  return { sheet, row: index + 1, cells };
};

/** Whether the first word that is read of a line shows that it is filled; most lines begin with it. */
const seemsFilled = ({ lines }: RawSheet['rows'], columns: readonly number[]) => {
  const readsFirst = columns.includes(0);
  return (index: number): boolean =>
    lines !== undefined &&
    ((readsFirst && lines.beginsAt(index)) || /\S/.test(lines.textsAt(index)[columns[0] ?? 0] ?? ''));
};

const filledRows = ({ rows }: RawSheet, columns: readonly number[]): number[] => {
  const filled: number[] = [];
  const seems = seemsFilled(rows, columns);
  for (let index = 1; index < rows.length; index += 1) {
    // only where there is no first word, all cells are looked at
    const isFilled = seems(index);
    const row = isFilled ? [] : rows.at(index);
    if (isFilled || columns.some((at) => (row[at] ?? null) !== null)) filled.push(index);
  }
  return filled;
};

/** The text of the rows, where each stands in it as it is. */
const plainOf = ({ rows }: RawSheet, heads: readonly Head[], sheet: SheetName, filled: readonly number[]) => {
  const { lines } = rows;
  const columns = heads.flatMap(({ column }) => (column === 'sheet' ? [] : [column]));
  if (lines === undefined || columns.length < heads.length) return {};
  const texts: string[] = [];
  const at = (position: number): readonly string[] => {
    const line = lines.textsAt(filled[position] ?? rows.length);
    for (let index = 0; index < heads.length; index += 1) texts[index] = line[heads[index]?.at ?? -1] ?? '';
    return texts;
  };
  return {
    plain: { sheet, text: { columns, at, rowAt: (position: number) => (filled[position] ?? rows.length) + 1 } },
  };
};

/** The rows below the first that say anything in a column that is read. */
const recordsOf = (raw: RawSheet, heads: readonly Head[], kind: SheetName): ImportRecords => {
  const filled = filledRows(
    raw,
    heads.filter(({ column }) => column !== 'sheet').map(({ at }) => at),
  );
  const places = listed(filled);
  const at = (position: number) => recordAt(raw, heads, kind, places.at(position));
  return { length: filled.length, at, ...plainOf(raw, heads, kind, filled) };
};

const readSheet = (raw: RawSheet, known: SheetName | null): { records: ImportRecords; notices: string[] } => {
  const { heads, unread } = headsOf(raw);
  const columns = new Set<string>(heads.map(({ column }) => column));
  const kind = known ?? kindOf(columns);
  // where each row names its sheet, the columns of all of them stand side by side
  checkColumns(raw.name, known === null && columns.has('sheet') ? 'Values' : kind, columns);
  const notices =
    unread.length === 0 ? [] : [`${raw.name}: ${list(unread)} is no column that is read, and was left out.`];
  return { records: recordsOf(raw, heads, kind), notices };
};

const readXlsxSheets = async (bytes: Uint8Array) => {
  const sheets = await readWorkbook(bytes);
  const known = sheets.flatMap((raw) => {
    const name = sheetNames.find((each) => headOf(each) === headOf(raw.name));
    return name === undefined || isBlank(raw) ? [] : [{ ...readSheet({ ...raw, name }, name) }];
  });
  if (known.length > 0) return known;
  const names = list(sheets.map(({ name }) => name));
  throw new UnreadableFile(`This workbook has the sheets ${names}: name the one with the figures "Values".`);
};

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOldWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

const read = async (bytes: Uint8Array): Promise<Exclude<ReadImport, { refused: string }>> => {
  if (bytes.length === 0) throw new UnreadableFile('This file is empty: choose the one with the figures.');
  if (isOldWorkbook(bytes)) {
    throw new UnreadableFile('This workbook is protected or of an old kind (.xls): save it without password as .xlsx.');
  }
  if (isArchive(bytes)) {
    const sheets = await readXlsxSheets(bytes);
    const records = joined(sheets.map((each) => each.records));
    if (records.length > importLimits.rows) refuseRows('This workbook');
    return { notices: sheets.flatMap((each) => each.notices), records };
  }
  const { sheet, notices } = readCsv(bytes);
  const { records, notices: more } = readSheet(sheet, null);
  return { notices: [...notices, ...more], records };
};

/** Reads a spreadsheet by what it holds, whatever its name says; what is wrong with it as a whole is one sentence. */
export const readImport = async (bytes: Uint8Array): Promise<ReadImport> => {
  try {
    const result = await read(bytes);
    if (result.records.length === 0)
      return { refused: 'There is no row below the names of the columns: fill some in.' };
    return result;
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: error.message };
    throw error;
  }
};
