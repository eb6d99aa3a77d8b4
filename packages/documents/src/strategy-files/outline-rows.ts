import { readCsv } from '../imports/csv-adapter.ts';
import { headOf, type RawSheet, UnreadableFile } from '../imports/import-columns.ts';
import { readWorkbook } from '../imports/xlsx-adapter.ts';
import { cleanText } from '../plain-text.ts';
import { type OutlineColumn, type OutlineRow, outlineColumns } from './outline-columns.ts';

/** More parts than any strategy has. */
const mostRows = 5000;
const mostColumns = 60;

const cellsOf = ({ rows }: RawSheet, position: number): string[] =>
  [...(rows.at(position) ?? [])].map((cell) => cleanText(cell?.text ?? '').trim());

const headsOf = (sheet: RawSheet): string[] => (sheet.rows.length === 0 ? [] : cellsOf(sheet, 0).map(headOf));

const named = (heads: readonly string[], column: OutlineColumn): boolean => heads.includes(column);

/** In a workbook, the first sheet that names the columns. */
const sheetOf = async (
  bytes: Uint8Array,
): Promise<{ readonly sheet: RawSheet; readonly notices: readonly string[] }> => {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return readCsv(bytes);
  const sheets = await readWorkbook(bytes);
  const sheet = sheets.find((each) => named(headsOf(each), 'part')) ?? sheets[0];
  if (sheet === undefined) throw new UnreadableFile('This workbook has no sheet: choose the one with the outline.');
  return { sheet, notices: [] };
};

const checkHeads = (heads: readonly string[]): void => {
  for (const column of ['part', 'name'] as const) {
    if (named(heads, column)) continue;
    throw new UnreadableFile(
      `The file is neither XML nor JSON, and as an outline it has no column "${column}": its first row has to name "part" and "name"; the template shows the others.`,
    );
  }
  const twice = outlineColumns.find((column) => heads.filter((head) => head === column).length > 1);
  if (twice !== undefined) throw new UnreadableFile(`The file has two columns "${twice}": keep one of them.`);
};

/** Reads the rows of an outline from a workbook or a CSV file. @throws UnreadableFile */
export const readOutlineRows = async (bytes: Uint8Array) => {
  const { sheet, notices } = await sheetOf(bytes);
  const heads = headsOf(sheet);
  checkHeads(heads);
  if (sheet.rows.length > mostRows + 1) {
    throw new UnreadableFile(`The file has more than ${mostRows.toLocaleString('en-US')} rows: leave out empty ones.`);
  }
  const rows: OutlineRow[] = [];
  for (let position = 1; position < sheet.rows.length; position += 1) {
    const line = cellsOf(sheet, position);
    if (line.every((cell) => cell === '')) continue;
    const cellOf = (column: OutlineColumn): [OutlineColumn, string] => [column, line[heads.indexOf(column)] ?? ''];
    const others = line.slice(0, mostColumns).flatMap((cell, at) => {
      const head = heads[at] ?? '';
      const isKnown = outlineColumns.some((column) => column === head);
      return cell === '' || isKnown ? [] : [`${head === '' ? `Column ${at + 1}` : head}: ${cell}`];
    });
    const cells = Object.fromEntries(outlineColumns.map(cellOf)) as OutlineRow['cells'];
    rows.push({ row: position + 1, cells, others });
  }
  return { rows, notices };
};
