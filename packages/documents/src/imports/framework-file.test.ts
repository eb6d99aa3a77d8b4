import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrameworkFile, writeFrameworkFile } from './framework-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (text: string): string => {
  const read = readFrameworkFile(bytes(text));
  return 'refused' in read ? read.refused : 'taken';
};

describe('a file with the elements of a framework', () => {
  it('is read by the names of its columns, in any order, and says what it left out', () => {
    const read = readFrameworkFile(
      bytes('Parent;CODE;text;Level;colour\n;1;Peace;goal;red\n\n1;1.1;"Less; war";target;\n'),
    );
    expect(read).toEqual({
      notices: ['"colour" is no column that is read, and was left out.'],
      rows: [
        { row: 2, cells: { parent: '', code: '1', text: 'Peace', level: 'goal' } },
        { row: 4, cells: { parent: '1', code: '1.1', text: 'Less; war', level: 'target' } },
      ],
    });
  });

  it.each([
    ['', 'This file is empty'],
    ['code,parent,level\n1,,goal\n', 'has no column "text"'],
    ['code,parent,level,text,code\n', 'two columns "code"'],
    ['code,parent,level,text\n', 'no row below the names'],
    [`code,parent,level,text\n${'1,,goal,x\n'.repeat(2001)}`, 'more than 2000 rows'],
    ['code,parent,level,text\n"1,,goal,x\n', 'quotation marks'],
    ['%PDF-1.7', 'save the sheet as'],
  ])('%j is refused as a whole', (text, words) => {
    expect(refusal(text)).toContain(words);
  });

  it('is read back as it was written, whatever the words are', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => `x${text.replace(/[\p{C}\r]/gu, '')}x`);
    const element = fc.record({ code: words, parent: words, level: words, text: words, label: words, quote: words });
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readFrameworkFile(bytes(writeFrameworkFile(rows)));
        expect('rows' in read && read.rows.map(({ cells }) => cells)).toEqual(rows.map((row) => ({ ...row })));
      }),
    );
  });

  it('keeps a formula from being run by a spreadsheet program, and reads it back', () => {
    const row = { code: '1', parent: null, level: 'goal', text: '=1+1', label: 'Goal', quote: null };
    const file = writeFrameworkFile([row]);
    expect(file).toContain("'=1+1");
    expect(readFrameworkFile(bytes(file))).toMatchObject({ rows: [{ cells: { text: '=1+1' } }] });
  });
});
