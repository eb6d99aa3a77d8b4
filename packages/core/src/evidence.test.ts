import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceFileKinds, evidenceFileTypes, safeFileName } from './evidence.ts';

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
