import ExcelJS from 'exceljs';

export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly (readonly ExcelJS.CellValue[])[];
  readonly frozen: readonly [columns: number, rows: number];
  readonly filter: unknown;
  readonly pageSetup: Partial<ExcelJS.PageSetup>;
  readonly formulas: readonly string[];
};

const sheetOf = (sheet: ExcelJS.Worksheet): ReadSheet => {
  const formulas: string[] = [];
  const rows = Array.from({ length: sheet.rowCount }, (_, at) =>
    Array.from({ length: sheet.columnCount }, (__, column) => {
      const cell = sheet.getRow(at + 1).getCell(column + 1);
      if (cell.formula !== undefined && cell.formula !== '') formulas.push(cell.address);
      return typeof cell.value === 'object' && cell.value !== null && 'text' in cell.value ? cell.text : cell.value;
    }),
  );
  const [view] = sheet.views as readonly { xSplit?: number; ySplit?: number }[];
  return {
    name: sheet.name,
    rows,
    frozen: [view?.xSplit ?? 0, view?.ySplit ?? 0],
    filter: sheet.autoFilter,
    pageSetup: sheet.pageSetup,
    formulas,
  };
};

/** Reads a workbook by another library than the one that wrote it. */
export const readXlsxFile = async (bytes: Uint8Array): Promise<ReadonlyMap<string, ReadSheet>> => {
  const workbook = new ExcelJS.Workbook();
  // its types know Node's older Buffer alone
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, sheetOf(sheet)]));
};
