import { importLimits, ratingLabels } from '@fbs/core';
import ExcelJs from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guardText, unguardText } from './csv-adapter.ts';
import { digitsOf, exactNumber, timesHundred } from './exact-number.ts';
import type { ImportRecord } from './import-columns.ts';
import { readImport } from './read-import.ts';
import { type ImportTemplate, templateToCsv, templateToXlsx } from './write-template.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const recordsOf = async (bytes: Uint8Array): Promise<readonly ImportRecord[]> => {
  const read = await readImport(bytes);
  if ('refused' in read) throw new Error(read.refused);
  const { records } = read;
  return Array.from({ length: records.length }, (_, at) => records.at(at));
};

const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readImport(bytes);
  return 'refused' in read ? read.refused : `read ${read.records.length} rows`;
};

type Fill = (sheet: ExcelJs.Worksheet) => void;

const workbook = async (fill: Fill, name = 'Values'): Promise<Uint8Array> => {
  const book = new ExcelJs.Workbook();
  fill(book.addWorksheet(name));
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const withRows =
  (...rows: unknown[][]): Fill =>
  (sheet) => {
    for (const row of [['Indicator', 'Year', 'Value'], ...rows]) sheet.addRow(row);
  };

/** Decimals of up to 15 digits, as they are kept. */
const decimals = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.nat(15), fc.boolean())
  .map(([digits, places, negative]) => {
    const text = String(digits).padStart(places + 1, '0');
    const whole = text.slice(0, text.length - places);
    const fraction = text.slice(text.length - places).replace(/0+$/, '');
    const plain = fraction === '' ? whole : `${whole}.${fraction}`;
    return negative && digits !== 0n ? `-${plain}` : plain;
  });

const templateWith = (values: readonly string[], texts: readonly string[] = []): ImportTemplate => ({
  title: 'Functional Bureau Strategy',
  values: values.map((value, index) => ({
    indicator: `1.1-${index}`,
    name: 'Survivors',
    unit: 'people',
    year: 2022,
    value,
    text: null,
    rating: null,
    notApplicable: null,
    explanation: texts[index] ?? null,
    note: null,
    source: null,
  })),
  targets: [
    { indicator: '1.1-A', name: 'Survivors', year: 2022, target: null, low: '10', high: '20.5', noTarget: null },
  ],
  breakdowns: [
    { indicator: '1.1-A', name: 'Survivors', year: 2022, dimension: 'sex', category: 'female', value: null },
  ],
});

describe('a template to fill in', () => {
  const sheetWith = async (count: number) => {
    const book = new ExcelJs.Workbook();
    const bytes = await templateToXlsx(templateWith(Array.from({ length: count }, () => '1')));
    await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
    return book.getWorksheet('Values');
  };

  it('offers the codes to choose from, however many there are', async () => {
    const [few, many] = [await sheetWith(2), await sheetWith(60)];
    expect(few?.getCell('A4').dataValidation).toMatchObject({ type: 'list', formulae: ['"1.1-0,1.1-1"'] });
    expect(many?.getCell('A70').dataValidation).toMatchObject({ type: 'list', formulae: ['$A$2:$A$61'] });
  });

  it('offers the ratings of a narrative from the guide, since their words may hold commas', async () => {
    const sheet = await sheetWith(2);
    const { formulae, type } = sheet?.getCell('J2').dataValidation ?? {};
    const [, first, last] = /^Guide!\$A\$(\d+):\$A\$(\d+)$/.exec(String(formulae?.[0])) ?? [];
    const guide = sheet?.workbook.getWorksheet('Guide');
    const offered = Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, at) => guide?.getCell(`A${Number(first) + at}`).text,
    );
    const { not_rated: _notRated, ...chosen } = ratingLabels;
    expect([type, sheet?.getCell('J1').text]).toEqual(['list', 'rating']);
    expect(offered).toEqual(Object.values(chosen));
  });

  it('locks the names of the columns, and leaves all cells below open, also those that nothing stands in yet', async () => {
    const book = new ExcelJs.Workbook();
    const bytes = await templateToXlsx(templateWith(['4870', '12']));
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.getWorksheet('Values');
    const isOpen = (cell: string) => sheet?.getCell(cell).protection?.locked === false;
    expect((sheet as unknown as { sheetProtection?: unknown }).sheetProtection).toMatchObject({
      sheet: true,
      sort: true,
    });
    expect(['A1', 'E1', 'L1', 'M1'].filter(isOpen)).toEqual([]);
    expect(['A2', 'E2', 'E3'].filter(isOpen)).toEqual(['A2', 'E2', 'E3']);
    // what is not written yet has the style of its column
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
    const style = Number(/<col style="(\d+)" min="5"/.exec(xml)?.[1]);
    expect(styles.split('<cellXfs')[1]?.split('<xf ')[style + 1]).toContain('locked="0"');
    expect(sheet?.getColumn(5).protection?.locked).toBe(false);
    expect((book.getWorksheet('Guide') as unknown as { sheetProtection?: unknown }).sheetProtection ?? null).toBeNull();
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
  });
});

describe('a template that was filled in', () => {
  it('comes back to the last digit, as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decimals, { minLength: 1, maxLength: 30 }), async (values) => {
        const records = await recordsOf(await templateToXlsx(templateWith(values)));
        expect(records.filter((each) => each.sheet === 'Values').map((each) => each.cells.value?.text)).toEqual(values);
      }),
      { numRuns: 40 },
    );
  });

  it('comes back to the last digit, with every text, as CSV', async () => {
    const text = fc.string({ minLength: 1 }).filter((each) => each.trim() === each);
    const pairs = fc.array(fc.tuple(decimals, text), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pairs, async (rows) => {
        const template = templateWith(
          rows.map(([value]) => value),
          rows.map(([, words]) => words),
        );
        const records = await recordsOf(bytesOf(templateToCsv(template)));
        expect(records.map(({ cells }) => [cells.value?.text, cells.explanation?.text])).toEqual(rows);
      }),
    );
  });

  it.each(['_x0041_', 'a\u0001b', "'=1+1", '#N/A in words', 'two\nlines', '<&>"'])(
    'keeps %j as it is',
    async (text) => {
      const template = templateWith(['1'], [text]);
      for (const bytes of [await templateToXlsx(template), bytesOf(templateToCsv(template))]) {
        expect((await recordsOf(bytes))[0]?.cells.explanation).toEqual({ kind: 'text', text });
      }
    },
  );

  it('is read by another library alike: frozen head, drop-downs, real numbers', async () => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load((await templateToXlsx(templateWith(['72.75', '-5'], ['=1+1']))).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Guide', 'Values', 'Targets', 'Breakdowns']);
    const sheet = book.getWorksheet('Values');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('E2').value).toBe(72.75);
    expect(sheet?.getCell('F2').value).toBe('=1+1');
    expect(sheet?.getCell('D2').dataValidation).toMatchObject({ type: 'list', formulae: ['"2022"'] });
  });

  it('leaves out rows that nobody filled in', async () => {
    const records = await recordsOf(await workbook(withRows(['2.2-A', 2022, 5], [], ['2.2-B', 2022, 6])));
    expect(records.map(({ row }) => row)).toEqual([2, 4]);
  });
});

describe('numbers in a workbook', () => {
  it('are the fifteen digits that the spreadsheet shows', () => {
    expect(digitsOf(0.1 + 0.2)).toBe('0.3');
    expect(digitsOf(1.5e-7)).toBe('0.00000015');
    expect(digitsOf(-0)).toBe('0');
    fc.assert(
      fc.property(decimals, (decimal) => exactNumber(decimal) === null || digitsOf(Number(decimal)) === decimal),
    );
  });

  it('that are shown as percents are percents', async () => {
    expect(['0.714', '-1', '0', '0.005', '12.5'].map(timesHundred)).toEqual(['71.4', '-100', '0', '0.5', '1250']);
    const bytes = await workbook((sheet) => {
      withRows(['5.1-A', 2022, 0.714])(sheet);
      sheet.getCell('C2').numFmt = '0.0%';
    });
    expect((await recordsOf(bytes))[0]?.cells.value).toEqual({ kind: 'percent', text: '71.4' });
  });

  it.each([
    ['a formula with its result', { formula: 'A1', result: 7 }, { kind: 'number', text: '7' }],
    ['a formula without', { formula: 'A1+1' }, { kind: 'formula', text: '=A1+1' }],
    ['an error', { error: '#N/A' }, { kind: 'error', text: '#N/A' }],
    ['a day', new Date('2022-03-01T00:00:00Z'), { kind: 'date', text: '2022-03-01' }],
    ['yes', true, { kind: 'yes_no', text: 'TRUE' }],
    ['text', '1,234', { kind: 'text', text: '1,234' }],
  ])('are told from %s', async (_what, value, cell) => {
    expect((await recordsOf(await workbook(withRows(['2.2-A', 2022, value]))))[0]?.cells.value).toEqual(cell);
  });
});

describe('a CSV file', () => {
  it.each([
    ['commas', 'indicator,year,value\n2.2-A,2022,"1,234"'],
    ['semicolons', 'indicator;year;value\r\n2.2-A;2022;1,234'],
    ['tabs', '\ufeffCode\tFiscal year\tResult\n2.2-A\t2022\t1,234'],
  ])('with %s is read', async (_what, text) => {
    const cells = { indicator: '2.2-A', year: '2022', value: '1,234' };
    const [record] = await recordsOf(bytesOf(text));
    expect(Object.entries(record?.cells ?? {}).map(([name, cell]) => [name, cell.text])).toEqual(Object.entries(cells));
  });

  it('in Windows-1252 is read, and says so', async () => {
    const text = 'indicator,year,value,note\n2.2-A,2022,5,Caf\u00e9';
    const read = await readImport(Uint8Array.from(text, (each) => each.charCodeAt(0)));
    expect(read).toMatchObject({ notices: [expect.stringContaining('Windows-1252')] });
    expect('records' in read && read.records.at(0).cells.note?.text).toBe('Caf\u00e9');
  });

  it('may name the sheet of each row', async () => {
    const text = 'sheet,indicator,year,value,target\nTargets,2.2-A,2022,,9\nValues,2.2-A,2022,8,';
    expect((await recordsOf(bytesOf(text))).map(({ sheet }) => sheet)).toEqual(['Targets', 'Values']);
  });

  it('guards what a spreadsheet would run as a formula, and nothing else', () => {
    expect(['=1+1', '@a', "'=x", '-x', '-5.5', 'plain', "'quoted'"].map(guardText)).toEqual([
      "'=1+1",
      "'@a",
      "''=x",
      "'-x",
      '-5.5',
      'plain',
      "'quoted'",
    ]);
    fc.assert(fc.property(fc.string(), (text) => unguardText(guardText(text)) === text));
  });
});

it('an archive that lies about its sizes is refused', async () => {
  const archive = zipSync({ '[Content_Types].xml': bytesOf('x'), 'xl/workbook.xml': new Uint8Array(30 * 1024 * 1024) });
  const view = new DataView(archive.buffer, archive.byteOffset);
  for (let at = 0; at < archive.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  expect(await refusalOf(archive)).toMatch(/damaged/);
});

describe('a file that cannot be read is refused in one sentence', () => {
  const merged: Fill = (sheet) => {
    withRows(['2.2-A', 2022, 5])(sheet);
    sheet.mergeCells('A2:B2');
  };
  const bomb = () => zipSync({ 'xl/workbook.xml': new Uint8Array(201 * 1_000_000) }, { level: 1 });
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
    ['nothing', () => new Uint8Array(), /is empty/],
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), /no workbook and no CSV/],
    ['a page', () => bytesOf('<html></html>'), /no workbook and no CSV/],
    ['an old workbook', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /\.xls/],
    ['another archive', () => zipSync({ 'a.xml': bytesOf('x') }), /This is no workbook/],
    ['a damaged archive', () => Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), /damaged/],
    ['a zip bomb', bomb, /too large when it is opened/],
    ['wrong sheets', () => workbook(withRows(['2.2-A', 2022, 5]), 'Sheet1'), /has the sheets "Sheet1"/],
    ['missing columns', () => bytesOf('indicator,year\n2.2-A,2022'), /no column "value"/],
    ['two columns of a name', () => bytesOf('indicator,year,value,value\n2.2-A,2022,1,2'), /two columns "value"/],
    ['two rows of names', () => bytesOf('indicator,year,value\nindicator,year,value\n2.2-A,2022,1'), /in row 2/],
    ['rows above the names', () => bytesOf('Report\nindicator,year,value\n2.2-A,2022,1'), /delete the rows above/],
    ['merged cells', () => workbook(merged), /merged cells \(A2:B2\)/],
    [
      'too many rows',
      () => bytesOf(`indicator,year,value\n${'2.2-A,2022,1\n'.repeat(importLimits.rows + 1)}`),
      /more than 250,000 rows/,
    ],
    ['no rows', () => bytesOf('indicator,year,value\n,,'), /no row below/],
    ['open quotation marks', () => bytesOf('indicator,year,value\n"2.2-A,2022,1'), /do not close/],
  ];

  it.each(cases)('%s', async (_what, bytes, sentence) => {
    expect(await refusalOf(await bytes())).toMatch(sentence);
  });

  it('whatever its bytes are, and without a crash', async () => {
    const template = await templateToXlsx(templateWith(['1', '2.5']));
    await fc.assert(
      fc.asyncProperty(fc.nat(template.length - 1), fc.nat(255), async (at, byte) => {
        const spoiled = template.slice();
        spoiled[at] = byte;
        expect(await readImport(spoiled)).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
