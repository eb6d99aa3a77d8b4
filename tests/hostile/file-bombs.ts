import { strToU8, zipSync } from 'fflate';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const book =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Values" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>';

const workbook = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const files = {
    '[Content_Types].xml': types,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
};

const sheetOf = (rows: string, more = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${more}<sheetData>${rows}</sheetData></worksheet>`;

const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** What the directory of an archive says of the size of its last file, changed. */
const saying = (size: number, bytes: Uint8Array): Uint8Array => {
  const copy = Buffer.from(bytes);
  const directory = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  copy.writeUInt32LE(size, directory + 24);
  return new Uint8Array(copy);
};

const nothing = new Uint8Array(10_000_000);

const nestedZips = (): Uint8Array => {
  let bytes = zipSync({ 'a.xml': nothing });
  for (let depth = 0; depth < 20; depth += 1) bytes = zipSync({ [`${depth}.zip`]: bytes });
  return bytes;
};

/** Files that are small on the disk and large once they are opened, by name; each is made when it is asked for. */
export const fileBombs: Readonly<Record<string, () => Uint8Array>> = {
  'four gigabytes of nothing': () => saying(4_000_000_000, workbook(sheetOf(' '.repeat(10_000_000)))),
  'nested archives': nestedZips,
  'an archive that lies about its sizes': () =>
    saying(10, workbook(sheetOf(row(1, cell('A1', 'x'.repeat(5_000_000)))))),
  'thousands of entries': () =>
    zipSync(Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(1)]))),
  'huge dimensions': () =>
    workbook(
      sheetOf(
        row(1, cell('A1', 'indicator')) + row(1_048_576, cell('XFD1048576', 'x')),
        '<dimension ref="A1:XFD1048576"/>',
      ),
    ),
  'a column far to the right in every row': () =>
    workbook(sheetOf(Array.from({ length: 3000 }, (_, at) => row(at + 1, cell(`XFD${at + 1}`, 'x'))).join(''))),
  'cells beyond the sheet': () =>
    workbook(sheetOf(row(1, cell('ZZZZZZZ99999999999', 'x')) + row(-5, cell('A-5', 'x')))),
  'merged cells without number': () =>
    workbook(
      sheetOf(row(1, cell('A1', 'indicator'))).replace(
        '</worksheet>',
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells></worksheet>`,
      ),
    ),
  'shared strings without number': () =>
    workbook(sheetOf(row(1, '<c r="A1" t="s"><v>0</v></c>')), {
      'xl/sharedStrings.xml': `<sst count="4294967295" uniqueCount="4294967295">${'<si><t>x</t></si>'.repeat(300_000)}</sst>`,
    }),
  'one shared string everywhere': () =>
    workbook(
      sheetOf(Array.from({ length: 2000 }, (_, at) => row(at + 1, '<c t="s"><v>0</v></c>'.repeat(100))).join('')),
      { 'xl/sharedStrings.xml': `<sst><si><t>${'long '.repeat(200_000)}</t></si></sst>` },
    ),
  'a billion laughs in the workbook': () => workbook(sheetOf(''), { 'xl/workbook.xml': laughs + book }),
  'a billion laughs in the sheet': () => workbook(laughs + sheetOf(row(1, cell('A1', '&a30;')))),
  'a billion laughs in the strings': () =>
    workbook(sheetOf(row(1, '<c r="A1" t="s"><v>0</v></c>')), {
      'xl/sharedStrings.xml': `${laughs}<sst><si><t>&a30;</t></si></sst>`,
    }),
  'a file of this machine as an entity': () =>
    workbook(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetOf(row(1, cell('A1', '&e;')))}`),
  'elements nested without end': () => workbook(sheetOf('<x>'.repeat(300_000))),
  'relations that lead out of the archive': () =>
    workbook(sheetOf(''), {
      'xl/_rels/workbook.xml.rels': relations.replace('worksheets/sheet1.xml', '../../../../etc/passwd'),
    }),
  'a million columns of CSV': () => strToU8(`${'a,'.repeat(1_000_000)}\nindicator`),
  'a million rows of CSV': () => strToU8(`indicator,year,value\n${'2.2-A,2022,1\n'.repeat(1_000_000)}`),
  'a quotation that never ends': () => strToU8(`indicator,year,value\n"${'x\n'.repeat(1_000_000)}`),
  'quotation marks alone': () => strToU8('"'.repeat(1_000_000)),
  'a billion laughs in StratML': () =>
    strToU8(`<?xml version="1.0"?>${laughs}<StrategicPlan><Name>&a30;</Name></StrategicPlan>`),
  'StratML nested without end': () => strToU8('<StrategicPlan>'.repeat(100_000)),
  'attributes without number': () =>
    strToU8(`<StrategicPlan ${Array.from({ length: 60_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
  'JSON nested without end': () => strToU8(`${'{"a":['.repeat(1_000_000)}`),
  'JSON with many keys': () => strToU8(`{${Array.from({ length: 150_000 }, (_, at) => `"k${at}":1`).join(',')}}`),
  'a PDF of fifty megabytes that is none': () => strToU8(`%PDF-1.7\n${'<<'.repeat(25_000_000)}`),
};
