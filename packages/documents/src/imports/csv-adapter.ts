import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type ImportCell, type RawSheet, UnreadableFile } from './import-columns.ts';

/** What a spreadsheet program would run as a formula, with the apostrophes that may stand before it already. */
const dangerous = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** A plain number is no formula and stays as it is. */
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

export const guardText = (text: string): string => (dangerous.test(text) && !isNumber(text) ? `'${text}` : text);

export const unguardText = (text: string): string =>
  text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;

/** RFC 4180 with the mark that lets spreadsheet programs see UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(guardText)),
    // spreadsheet programs end a row at any line end that is not quoted
    { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

const decoded = (bytes: Uint8Array): { readonly text: string; readonly notice: string | null } => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { text: new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), notice: null };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notice: null };
  } catch {
    const notice = 'The file is not in UTF-8 and was read as Windows-1252: look at its accents and quotation marks.';
    return { text: new TextDecoder('windows-1252').decode(bytes), notice };
  }
};

/** The separator that the first line has most of, outside of quotation marks. */
const separatorOf = (text: string): string => {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 1);
  const counted = [',', ';', '\t'].map((each) => ({ each, count: line.split(each).length - 1 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).each;
};

const looksLikeText = (text: string): boolean => {
  const start = text.slice(0, 4000);
  const odd = [...start].filter((each) => each < ' ' && !/[\t\r\n]/.test(each)).length;
  return !start.includes('\0') && odd * 50 <= start.length && !/^\s*[<{]/.test(start) && !start.startsWith('%PDF');
};

type CellAt = (text: string, column: number) => ImportCell | null;

/** Where nothing is quoted, every separator separates: large files are read in a third of the time. */
const plainRows = (marked: string, cellAt: CellAt): RawSheet['rows'] => {
  const separator = separatorOf(marked);
  const text = marked.replace(/^\ufeff/, '');
  // the first line's end is the end of all: others belong to the text of a cell
  const [end = '\n'] = /\r\n|\n|\r/.exec(text) ?? [];
  const rows: (ImportCell | null)[][] = [];
  let width = 0;
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf(end, from);
    const lineEnd = found < 0 ? text.length : found;
    // as long as the row above: one that grows takes room for many more
    const row = new Array<ImportCell | null>(width);
    let cells = 0;
    // no line is searched past its end: one without a separator would search the whole file
    const line = text.slice(from, lineEnd);
    let start = 0;
    for (let at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, start)) {
      row[cells] = cellAt(line.slice(start, at), cells);
      cells += 1;
      start = at + 1;
    }
    row[cells] = cellAt(line.slice(start), cells);
    width = cells + 1;
    row.length = width;
    rows.push(row);
    from = lineEnd + end.length;
  }
  return rows;
};

const quotedRows = (text: string, cellAt: CellAt): RawSheet['rows'] => {
  const rows = parse(text, {
    delimiter: separatorOf(text),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    info: false,
  }) as string[][];
  return rows.map((row) => row.map(cellAt));
};

const mostRemembered = 20_000;

/** Large files say the same words again and again: one cell stands for all of them. */
const rememberCells = (): CellAt => {
  const known = new Map<string, ImportCell | null>();
  const textsAbove: string[] = [];
  const cellsAbove: (ImportCell | null)[] = [];
  const find = (text: string): ImportCell | null => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const cell = text.trim() === '' ? null : { kind: 'text' as const, text: unguardText(text) };
    if (known.size < mostRemembered) known.set(text, cell);
    return cell;
  };
  return (text, column) => {
    const above = textsAbove[column] === text ? cellsAbove[column] : undefined;
    if (above !== undefined) return above;
    const cell = find(text);
    textsAbove[column] = text;
    cellsAbove[column] = cell;
    return cell;
  };
};

/** @throws UnreadableFile with a sentence for who sent it */
export const readCsv = (bytes: Uint8Array): { readonly sheet: RawSheet; readonly notices: readonly string[] } => {
  const { text, notice } = decoded(bytes);
  if (!looksLikeText(text)) {
    throw new UnreadableFile('This is no workbook and no CSV file: save the sheet as .xlsx or .csv and send that.');
  }
  try {
    const rows = text.includes('"') ? quotedRows(text, rememberCells()) : plainRows(text, rememberCells());
    return { sheet: { name: 'CSV', rows, merged: [] }, notices: notice === null ? [] : [notice] };
  } catch {
    throw new UnreadableFile('The quotation marks of this CSV file do not close: save it again from a spreadsheet.');
  }
};
