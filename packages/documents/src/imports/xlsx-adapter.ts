import { importLimits } from '@fbs/core';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Cell, type CellValue, cellRef, type DataValidation, readXlsx, type Sheet, writeXlsx } from 'hucre/xlsx';
import { digitsOf, exactNumber, timesHundred } from './exact-number.ts';
import { type ImportCell, listed, type RawSheet, UnreadableFile } from './import-columns.ts';

const mostEntries = 2000;
const mostSheets = 50;

/** Only what holds words and figures is unpacked; pictures and programs stay where they are. */
const isWanted = (name: string): boolean => /\.(xml|rels)$/i.test(name);

/**
 * Unpacks what is needed within limits and packs it again without compression: what the directory of the archive says
 * of sizes is asked before anything is unpacked, and holds afterwards.
 */
const openedArchive = (bytes: Uint8Array): Uint8Array => {
  let total = 0;
  let entries = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      total += originalSize;
      if (total > importLimits.unpackedMegabytes * 1_000_000 || entries > mostEntries) {
        throw new UnreadableFile('This file grows too large when it is opened: send the sheet with the figures alone.');
      }
      return isWanted(name);
    },
  });
  const names = Object.keys(files);
  if (!names.includes('xl/workbook.xml') || files['[Content_Types].xml'] === undefined) {
    throw new UnreadableFile('This is no workbook: save the sheet as .xlsx or .csv and send that.');
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()))) {
    throw new UnreadableFile('This workbook holds what no spreadsheet program writes: save it again as .xlsx.');
  }
  return zipSync(files, { level: 0 });
};

const cellFrom = (value: CellValue, cell: Cell | undefined): ImportCell | null => {
  if (cell?.type === 'error') return { kind: 'error', text: String(cell.value ?? value ?? '#ERROR') };
  const shown = cell?.type === 'formula' ? (cell.formulaResult ?? null) : (value ?? cell?.value ?? null);
  if (shown === null) return cell?.type === 'formula' ? { kind: 'formula', text: `=${cell.formula ?? ''}` } : null;
  if (shown instanceof Date) return { kind: 'date', text: shown.toISOString().slice(0, 10) };
  if (typeof shown === 'boolean') return { kind: 'yes_no', text: shown ? 'TRUE' : 'FALSE' };
  if (typeof shown === 'number') {
    const text = digitsOf(shown);
    const isPercent = /%/.test((cell?.style?.numFmt ?? '').replace(/"[^"]*"/g, ''));
    return isPercent ? { kind: 'percent', text: timesHundred(text) } : { kind: 'number', text };
  }
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/.test(shown)) return { kind: 'error', text: shown };
  return shown.trim() === '' ? null : { kind: 'text', text: shown };
};

const rowsOf = ({ rows, cells }: Sheet): RawSheet['rows'] => {
  const lines = listed(rows);
  const hasStyles = cells !== undefined && cells.size > 0;
  const at = (position: number) =>
    lines
      .at(position)
      .map((value, column) => cellFrom(value, hasStyles ? cells.get(`${position},${column}`) : undefined));
  return { length: rows.length, at };
};

const rawSheet = (sheet: Sheet): RawSheet => ({
  name: sheet.name,
  rows: rowsOf(sheet),
  merged: (sheet.merges ?? []).map(
    (each) => `${cellRef(each.startRow, each.startCol)}:${cellRef(each.endRow, each.endCol)}`,
  ),
});

/** @throws UnreadableFile with a sentence for who sent it */
export const readWorkbook = async (bytes: Uint8Array): Promise<RawSheet[]> => {
  try {
    const archive = openedArchive(bytes);
    const workbook = await readXlsx(archive, {
      readStyles: true,
      maxRows: importLimits.rows + 2,
      sheets: (_info, index) => index < mostSheets,
    });
    return workbook.sheets.map(rawSheet);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      'This workbook is damaged: open it in a spreadsheet program, save it again and send that.',
    );
  }
};

export type NewSheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** The columns (from 0) that hold numbers. */
  readonly numbers: readonly number[];
  readonly widths: readonly number[];
  /** Lists to choose from, by column: words, or the cells of a sheet that hold them, as "Guide!$A$2:$A$5". */
  readonly choices: Readonly<Record<number, readonly string[] | string>>;
};

/** Rows that people may add below are offered the same lists. */
const spareRows = 500;

/** Spreadsheets write odd characters as _x0001_; a text that has such a thing of its own is marked as text. */
const escaped = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');

/** A drop-down of words of its own holds 255 characters and parts them by commas; more would spoil the file. */
const fits = (values: readonly string[]): boolean =>
  values.join(',').length <= 250 && !values.some((value) => value.includes(','));

const validationsOf = ({ rows, choices }: NewSheet): DataValidation[] =>
  Object.entries(choices).flatMap(([key, values]) => {
    const column = Number(key);
    const range = `${cellRef(1, column)}:${cellRef(rows.length + spareRows, column)}`;
    const hint = { type: 'list', range, allowBlank: true, showErrorMessage: false } as const;
    if (typeof values === 'string') return [{ ...hint, formula1: values } satisfies DataValidation];
    if (values.length === 0) return [];
    // what does not fit is chosen from what the column itself holds already
    const letter = cellRef(0, column).slice(0, -1);
    const choice = fits(values) ? { values: [...values] } : { formula1: `$${letter}$2:$${letter}$${rows.length}` };
    return [{ ...hint, ...choice } satisfies DataValidation];
  });

const hasChoices = ({ choices }: NewSheet): boolean => Object.keys(choices).length > 0;

/** Everything below the names of the columns stays open: rows are typed, pasted, sorted, added and deleted. */
const open = { protection: { locked: false } } as const;

/** Without a password: the names of the columns are kept from slips, not from people. */
const protection = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  insertHyperlinks: true,
  sort: true,
  autoFilter: true,
} as const;

/** A cell that is not written yet has the style of its column: the library gives that to written cells alone. */
const withOpenColumns = (workbook: Uint8Array): Uint8Array => {
  const files = unzipSync(workbook);
  const formats =
    strFromU8(files['xl/styles.xml'] ?? new Uint8Array())
      .split('<cellXfs')[1]
      ?.split('<xf ') ?? [];
  const style = formats.findIndex((format) => format.includes('locked="0"')) - 1;
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.startsWith('xl/worksheets/') || style < 0) continue;
    const text = strFromU8(bytes);
    if (text.includes('<sheetProtection')) files[name] = strToU8(text.replaceAll('<col ', `<col style="${style}" `));
  }
  return zipSync(files);
};

const cellsOf = ({ rows, numbers }: NewSheet): Map<string, Partial<Cell>> => {
  const cells = new Map<string, Partial<Cell>>();
  const head = {
    font: { bold: true },
    alignment: { wrapText: true, vertical: 'top' },
    protection: { locked: true },
  } as const;
  for (const [column, value] of (rows[0] ?? []).entries()) {
    cells.set(`0,${column}`, { value, type: 'string', style: head });
  }
  rows.slice(1).forEach((row, at) => {
    for (const column of numbers) {
      const number = exactNumber(row[column] ?? '');
      if (number !== null) cells.set(`${at + 1},${column}`, { value: number, type: 'number' });
    }
  });
  return cells;
};

/** Sheets with lists to choose from are for filling in: the names of their columns are locked. */
export const writeWorkbook = async (title: string, sheets: readonly NewSheet[]): Promise<Uint8Array> => {
  const workbook = await writeXlsx({
    properties: { title },
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map((text) => (text === '' ? null : escaped(text)))),
      columns: sheet.widths.map((width) => (hasChoices(sheet) ? { width, style: open } : { width })),
      cells: cellsOf(sheet),
      freezePane: { rows: 1 },
      dataValidations: validationsOf(sheet),
      ...(hasChoices(sheet) ? { protection } : {}),
    })),
  });
  return withOpenColumns(workbook);
};
