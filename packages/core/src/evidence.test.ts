import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  credentialsRefusal,
  evidenceFileKinds,
  evidenceFileTypes,
  fileWords,
  isWebAddress,
  safeFileName,
  sizeWords,
} from './evidence.ts';

test.each([
  ['report.pdf', 'pdf', 'report.pdf'],
  ['Report FINAL.PDF', 'pdf', 'Report FINAL.pdf'],
  ['C:\\Users\\me\\report.pdf', 'pdf', 'report.pdf'],
  ['../../etc/passwd', 'text', 'passwd.txt'],
  ['page.html', 'text', 'page.html.txt'],
  ['setup.exe', 'png', 'setup.exe.png'],
  ['photo.jpeg', 'jpeg', 'photo.jpeg'],
  ['a"b\r\nSet-Cookie: x.csv', 'csv', 'a b Set-Cookie x.csv'],
  ['invoice\u202Efdp.pdf', 'pdf', 'invoice fdp.pdf'],
  ['Évaluation 2022.docx', 'word', 'Évaluation 2022.docx'],
  ['.htaccess', 'text', 'htaccess.txt'],
  ['', 'excel', 'evidence.xlsx'],
  ['...', 'pdf', 'evidence.pdf'],
] as const)('%j, which is %s, is saved as %j', (given, type, name) => {
  expect(safeFileName(given, type)).toBe(name);
});

test('no name leaves its folder, breaks a header, grows long or ends as something else', () => {
  assert(
    property(string({ unit: 'binary' }), constantFrom(...evidenceFileTypes), (given, type) => {
      const name = safeFileName(given, type);
      expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]|^\./u);
      expect([...name].length).toBeLessThanOrEqual(110);
      expect(evidenceFileKinds[type].endings.some((ending) => name.endsWith(ending))).toBe(true);
      expect(safeFileName(name, type)).toBe(name);
      expect(() => encodeURIComponent(name)).not.toThrow();
    }),
  );
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [2_440_000, '2.4 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('a file is told by its type and size', () => {
  expect(fileWords({ fileType: 'png', size: 24_000 })).toBe('PNG image, 24 kB');
});

test.each([
  ['https://www.state.gov/report', true],
  ['HTTP://www.state.gov', true],
  ['www.state.gov', false],
  ['javascript:alert(1)', false],
  ['https://a b', false],
])('%s is a web address: %s', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});

test.each([
  ['https://www.state.gov/report?by=ana@example.gov', null],
  ['https://ana:secret@www.state.gov', expect.stringContaining('everybody here would see them')],
  ['https://ana@www.state.gov', expect.stringContaining('name and password')],
])('a name and password in %s are refused', (address, expected) => {
  expect(credentialsRefusal(address)).toEqual(expected);
});
