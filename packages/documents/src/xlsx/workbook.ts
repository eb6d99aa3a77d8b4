import { type Cell, type CellStyle, cellRef, type SheetChart, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { exactNumber } from '../imports/exact-number.ts';
import { palette } from '../palette.ts';

export type Look = 'plain' | 'head' | 'title' | 'strong' | 'soft' | 'absent' | 'alarm' | 'wash' | 'link' | 'line';

export type SheetCell = {
  readonly value: string | number | Date | null;
  readonly look?: Look;
  readonly format?: string;
  /** The sheet that a link leads to. */
  readonly sheet?: string;
  /** Of a word that also carries a colour. */
  readonly color?: string;
  /** The name of a column of figures stands over them. */
  readonly right?: boolean;
};

export type NewSheet = {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly widths: readonly number[];
  /** Rows from the top that stay in view, and are repeated on every printed page. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Whether the last frozen row offers filters. */
  readonly filter: boolean;
  readonly charts?: readonly SheetChart[];
  /** Rows (from 0) before which a new page begins. */
  readonly breaks?: readonly number[];
  /** By row: over how many columns its first cell runs, and how high it is. */
  readonly spans?: Readonly<Record<number, { readonly columns: number; readonly height: number }>>;
};

export type Workbook = {
  readonly title: string;
  readonly description: string;
  readonly creator: string;
  readonly at: string;
  readonly footer: string;
  readonly header: string;
  readonly sheets: readonly NewSheet[];
};

/** Excel holds no more in one cell. */
const longest = 32_000;

/** Spreadsheets write odd characters as _x0001_; a text that has such a thing of its own is marked as text. */
const safeText = (text: string): string => {
  const cut = text.length > longest ? `${text.slice(0, longest)} ... (the JSON file holds all of it)` : text;
  return cut.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
};

const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const line = { style: 'thin', color: { rgb: palette.line } } as const;

const fontName = 'Calibri';
const font = (rgb: string, more: object = {}) => ({ name: fontName, size: 11, color: { rgb }, ...more });
const wrapped = { vertical: 'top', wrapText: true } as const;
/** Words keep off the figures on their left. */
const indented = { ...wrapped, horizontal: 'left', indent: 1 } as const;

const looks: Readonly<Record<Look, CellStyle>> = {
  plain: { alignment: wrapped },
  head: {
    font: font(palette.ink, { bold: true }),
    fill: solid(palette.accentWash),
    border: { bottom: { style: 'medium', color: { rgb: palette.accentDark } } },
  },
  title: { font: font(palette.accentDark, { bold: true, size: 16 }), alignment: { vertical: 'top' } },
  strong: { font: font(palette.ink, { bold: true }), alignment: wrapped },
  soft: { font: font(palette.inkSoft), alignment: wrapped },
  // words that stand where a figure would
  absent: { font: font(palette.inkSoft), alignment: { ...wrapped, horizontal: 'right' } },
  alarm: { font: font(palette.alarm, { bold: true }), fill: solid(palette.alarmWash), alignment: wrapped },
  wash: { fill: solid(palette.noticeWash), alignment: wrapped },
  link: { font: font(palette.accent, { underline: true }), alignment: { vertical: 'top' } },
  line: { alignment: { vertical: 'top' } },
};

/** Rows of a table have a line below, and its words keep off the figures. */
type Place = { readonly ruled: boolean; readonly indents: boolean };

const alignmentOf = ({ value, look = 'plain', right }: SheetCell, { ruled, indents }: Place): CellStyle => {
  if (look === 'head')
    return {
      alignment: {
        vertical: 'bottom',
        wrapText: true,
        ...(right ? { horizontal: 'right' } : { horizontal: 'left', indent: indents ? 1 : 0 }),
      },
    };
  return ruled && typeof value === 'string' && look !== 'absent' ? { alignment: indented } : {};
};

const styleOf = (cell: SheetCell, place: Place): CellStyle => {
  const { look = 'plain', format, color } = cell;
  return {
    ...looks[look],
    ...alignmentOf(cell, place),
    ...(place.ruled && look !== 'head' ? { border: { bottom: line } } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
    ...(color === undefined ? {} : { font: font(color, { bold: true }) }),
  };
};

const hyperlinkOf = ({ sheet }: SheetCell): Partial<Cell> =>
  sheet === undefined ? {} : { hyperlink: { target: '', location: `'${sheet}'!A1` } };

const cellsOf = ({ rows, filter, frozenRows }: NewSheet): Map<string, Partial<Cell>> => {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, at) => {
    const place = { ruled: filter && at >= frozenRows, indents: filter };
    row.forEach((cell, column) => {
      const { value } = cell;
      const held =
        value === null
          ? {}
          : typeof value === 'string'
            ? { value: safeText(value), type: 'string' as const }
            : { value };
      cells.set(`${at},${column}`, { ...held, style: styleOf(cell, place), ...hyperlinkOf(cell) });
    });
  });
  return cells;
};

/** A page in landscape shows about this many characters legibly; a wider sheet takes several pages side by side. */
const charactersAcross = 245;

const printed = ({ widths }: NewSheet): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'letter',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / charactersAcross)),
  fitToHeight: 0,
  margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
});

const lineHeight = 15;
/** Excel draws no row higher. */
const highest = 405;

const linesOf = ({ value, look }: SheetCell, width: number): number => {
  if (typeof value !== 'string' || look === 'line' || look === 'link') return 1;
  const across = Math.max(1, width - 2);
  return value.split('\n').reduce((lines, each) => lines + Math.max(1, Math.ceil(each.length / across)), 0);
};

/** Programs that do not fit rows to their words by themselves would cut them. */
const heightOf = (row: readonly SheetCell[], widths: readonly number[]): number =>
  Math.min(highest, lineHeight * Math.max(1, ...row.map((cell, at) => linesOf(cell, widths[at] ?? 10))) + 2);

const heightsOf = ({ rows, widths, spans = {} }: NewSheet) =>
  new Map(rows.map((row, at) => [at, { height: spans[at]?.height ?? heightOf(row, widths) }]));

const sheetOf = (sheet: NewSheet, { header, footer }: Workbook): WriteSheet => {
  const { name, rows, widths, frozenRows, frozenColumns, filter, charts = [], breaks = [], spans = {} } = sheet;
  const last = cellRef(Math.max(rows.length - 1, frozenRows), widths.length - 1);
  return {
    name,
    rows: rows.map((row) => row.map(({ value }) => (typeof value === 'string' ? safeText(value) : value))),
    columns: widths.map((width) => ({ width })),
    cells: cellsOf(sheet),
    merges: Object.entries(spans).map(([row, { columns }]) => ({
      startRow: Number(row),
      endRow: Number(row),
      startCol: 0,
      endCol: columns - 1,
    })),
    rowDefs: heightsOf(sheet),
    ...(frozenRows + frozenColumns === 0 ? {} : { freezePane: { rows: frozenRows, columns: frozenColumns } }),
    view: { showGridLines: false },
    pageSetup: printed(sheet),
    headerFooter: { oddHeader: header, oddFooter: footer },
    ...(filter
      ? { autoFilter: { range: `${cellRef(frozenRows - 1, 0)}:${last}` }, a11y: { headerRow: frozenRows - 1 } }
      : {}),
    // the library names the last row before each
    rowBreaks: breaks.map((row) => row - 1),
    ...(charts.length === 0 ? {} : { charts: [...charts] }),
  };
};

type NamedRanges = NonNullable<Parameters<typeof writeXlsx>[0]['namedRanges']>;

/** What is repeated on each printed page. The library's own setting leaves names with spaces unquoted, which Excel refuses. */
const printTitles = ({ name, frozenRows, frozenColumns }: NewSheet): NamedRanges => {
  const columns = frozenColumns === 0 ? [] : [`'${name}'!$A:$${String.fromCharCode(64 + frozenColumns)}`];
  const rows = frozenRows === 0 ? [] : [`'${name}'!$1:$${frozenRows}`];
  const range = [...columns, ...rows].join(',');
  return range === '' ? [] : [{ name: '_xlnm.Print_Titles', range, scope: name }];
};

/** The one place that writes workbooks of a review. It holds no formula: every text is written as text. */
export const writeReviewWorkbook = (workbook: Workbook): Promise<Uint8Array> => {
  const { title, description, creator, at } = workbook;
  const moment = new Date(at);
  return writeXlsx({
    properties: { title, description, creator, lastModifiedBy: creator, created: moment, modified: moment },
    namedRanges: workbook.sheets.flatMap(printTitles),
    defaultFont: { name: fontName, size: 11 },
    sheets: workbook.sheets.map((sheet) => sheetOf(sheet, workbook)),
  });
};

/** In the format strings of a header or footer "&" begins a code. */
export const footerText = (text: string): string => text.replaceAll('&', '&&');

const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** What was worked out has up to 15 digits: two decimals are shown, and all of them are kept. */
const shownDecimals = (decimals: number): number => (decimals > 6 ? 2 : decimals);

export const numberFormat = (decimals: number): string =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(shownDecimals(decimals))}`;

/** A real number where the binary number has the same digits, else the digits as text. */
export const decimalCell = (decimal: string | null, format?: string): SheetCell => {
  if (decimal === null) return { value: null };
  const number = exactNumber(decimal);
  if (number === null) return { value: decimal };
  return { value: number, format: format ?? numberFormat(decimalsOf(decimal)) };
};
