import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type ImportCell, listed, type RawSheet, UnreadableFile } from './import-columns.ts';

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

const mostRemembered = 20_000;

/** Cells of one column: large files say the same words again and again, and one cell stands for all of them. */
const columnCells = () => {
  let known: Map<string, ImportCell | null> | null = new Map();
  let above: { readonly text: string; readonly cell: ImportCell | null } | null = null;
  let found = 0;
  const cellOf = (text: string): ImportCell | null => {
    const before = known?.get(text);
    if (before !== undefined) {
      found += 1;
      return before;
    }
    const cell = text.trim() === '' ? null : { kind: 'text' as const, text: unguardText(text) };
    known?.set(text, cell);
    // a column of ever new words is not worth looking them up
    if (known !== null && known.size > mostRemembered && found < known.size) known = null;
    return cell;
  };
  return (text: string): ImportCell | null => {
    if (above?.text === text) return above.cell;
    above = { text, cell: cellOf(text) };
    return above.cell;
  };
};

const cellMaker = () => {
  const columns: ReturnType<typeof columnCells>[] = [];
  return (text: string, column: number): ImportCell | null => {
    const cellOf = columns[column] ?? columnCells();
    columns[column] = cellOf;
    return cellOf(text);
  };
};

/** Where each line of a text begins, and at last where another one would. */
const lineStarts = (text: string, end: string): number[] => {
  const starts: number[] = [];
  let from = 0;
  while (from < text.length) {
    starts.push(from);
    const found = text.indexOf(end, from);
    from = (found < 0 ? text.length : found) + end.length;
  }
  starts.push(from);
  return starts;
};

/** No sheet is as wide as this; each column that is read costs time. */
const mostColumns = 2000;

const refuseWide = (): never => {
  throw new UnreadableFile(
    `A row of this CSV file has more than ${mostColumns.toLocaleString('en-US')} columns: send those that are needed alone.`,
  );
};

const isWide = (line: string, separator: string): boolean => {
  let columns = 1;
  for (let at = line.indexOf(separator); at >= 0 && columns <= mostColumns; at = line.indexOf(separator, at + 1)) {
    columns += 1;
  }
  return columns > mostColumns;
};

/** Where nothing is quoted, every separator separates: large files stay one text until a row of them is asked for. */
const plainRows = (marked: string): RawSheet['rows'] => {
  const separator = separatorOf(marked);
  const text = marked.replace(/^\ufeff/, '');
  // the first line's end is the end of all: others belong to the text of a cell
  const [end = '\n'] = /\r\n|\n|\r/.exec(text) ?? [];
  const starts = lineStarts(text, end);
  starts.forEach((from, position) => {
    const next = starts[position + 1] ?? from;
    if (next - from > mostColumns && isWide(text.slice(from, next), separator)) refuseWide();
  });
  const texts: string[] = [];
  const textsAt = (position: number): readonly string[] => {
    const [from, next] = [starts[position], starts[position + 1]];
    if (from === undefined || next === undefined) throw new RangeError(`there is no line ${position}`);
    const lineEnd = next - end.length;
    let column = 0;
    for (let start = from; start <= lineEnd; column += 1) {
      const above = texts[column];
      const after = start + (above?.length ?? 0);
      // most cells say what the one above says: then nothing is cut out
      const ends = after === lineEnd || (after < lineEnd && text[after] === separator);
      if (ends && above !== undefined && text.startsWith(above, start)) start = after + 1;
      else {
        const found = text.indexOf(separator, start);
        const cellEnd = found < 0 || found > lineEnd ? lineEnd : found;
        texts[column] = text.slice(start, cellEnd);
        start = cellEnd + 1;
      }
    }
    texts.length = column;
    return texts;
  };
  const beginsAt = (position: number): boolean => {
    const first = text[starts[position] ?? text.length] ?? '';
    return first !== separator && /\S/.test(first);
  };
  const cellAt = cellMaker();
  const at = (position: number) => textsAt(position).map(cellAt);
  return { length: starts.length - 1, at, lines: { textsAt, beginsAt } };
};

const quotedRows = (text: string): RawSheet['rows'] => {
  const rows = parse(text, {
    delimiter: separatorOf(text),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    info: false,
  }) as string[][];
  if (rows.some((row) => row.length > mostColumns)) refuseWide();
  const [lines, cellAt] = [listed(rows), cellMaker()];
  return { length: rows.length, at: (position) => lines.at(position).map(cellAt) };
};

/** @throws UnreadableFile with a sentence for who sent it */
export const readCsv = (bytes: Uint8Array): { readonly sheet: RawSheet; readonly notices: readonly string[] } => {
  const { text, notice } = decoded(bytes);
  if (!looksLikeText(text)) {
    throw new UnreadableFile('This is no workbook and no CSV file: save the sheet as .xlsx or .csv and send that.');
  }
  try {
    const rows = text.includes('"') ? quotedRows(text) : plainRows(text);
    return { sheet: { name: 'CSV', rows, merged: [] }, notices: notice === null ? [] : [notice] };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('The quotation marks of this CSV file do not close: save it again from a spreadsheet.');
  }
};
