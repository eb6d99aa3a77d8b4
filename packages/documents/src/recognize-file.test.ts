import { assert, property, string, uint8Array } from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recognizeFile } from './recognize-file.ts';

const types = { '[Content_Types].xml': strToU8('<Types/>') };
const wordFile = zipSync({ ...types, 'word/document.xml': strToU8('<document/>') });
const excelFile = zipSync({ ...types, 'xl/workbook.xml': strToU8('<workbook/>') });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('a file', () => {
  it.each([
    ['report.pdf', strToU8('%PDF-1.7\n'), 'pdf'],
    ['report.txt', strToU8('%PDF-1.7\n'), 'pdf'],
    ['notes.docx', wordFile, 'word'],
    ['notes.pdf', wordFile, 'word'],
    ['figures.xlsx', excelFile, 'excel'],
    ['chart.png', png, 'png'],
    ['photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), 'jpeg'],
    ['figures.CSV', strToU8('a;b\r\n1;2\r\n'), 'csv'],
    ['notes.txt', strToU8('Évaluation\tdone'), 'text'],
    ['page.html', strToU8('<script>alert(1)</script>'), 'text'],
    ['old.csv', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x0a]), 'csv'],
  ] as const)('named %s is told by what it holds', (name, bytes, type) => {
    expect(recognizeFile(bytes, name)).toBe(type);
  });

  it.each([
    ['empty.pdf', new Uint8Array(), 'empty'],
    ['program.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]), 'no type that is kept'],
    ['elf.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2]), 'no type that is kept'],
    ['bell.txt', strToU8('ding \u0007'), 'no type that is kept'],
    ['wide.txt', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]), 'no type that is kept'],
    ['neither.txt', new Uint8Array([0x41, 0x81, 0x42]), 'no type that is kept'],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old Office version'],
    ['files.zip', zipSync({ 'a.txt': strToU8('a') }), 'zip folder'],
    ['app.docx', zipSync({ 'META-INF/MANIFEST.MF': strToU8('a') }), 'zip folder'],
    [
      'macros.docx',
      zipSync({ ...types, 'word/document.xml': strToU8('a'), 'word/vbaProject.bin': strToU8('b') }),
      'macros',
    ],
    ['cut.docx', wordFile.slice(0, -10), 'damaged'],
  ] as const)('named %s is refused in a sentence', (name, bytes, words) => {
    expect(recognizeFile(bytes, name)).toEqual({ refused: expect.stringContaining(words) });
  });

  it('that would unpack to a mountain is refused without being unpacked', () => {
    const bomb = zipSync({ ...types, 'word/document.xml': strToU8('<document/>') });
    const view = new DataView(bomb.buffer);
    // the size that the list of contents declares for the second part
    const lists = [...bomb.keys()].filter((at) => view.byteLength >= at + 4 && view.getUint32(at, true) === 0x02014b50);
    view.setUint32((lists[1] ?? 0) + 24, 4_000_000_000, true);
    expect(recognizeFile(bomb, 'bomb.docx')).toEqual({ refused: expect.stringContaining('more than 500 MB') });
  });

  it('of any bytes gets an answer, never an error', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), string(), (bytes, name) => {
        const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]);
        for (const each of [bytes, zip]) expect(recognizeFile(each, name)).toBeDefined();
      }),
    );
  });
});
