import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from './pasted-block.ts';

describe('readBlock', () => {
  it.each([
    ['one cell', '4870', [['4870']]],
    ['nothing', '', [['']]],
    ['a row', '1\t2\t3', [['1', '2', '3']]],
    ['a column with the closing break of spreadsheets', '1\r\n2\r\n', [['1'], ['2']]],
    ['old Macintosh breaks', '1\r2', [['1'], ['2']]],
    [
      'empty cells',
      '1\t\t\r\n\t2\t\r\n',
      [
        ['1', '', ''],
        ['', '2', ''],
      ],
    ],
    ['an empty row in the middle', '1\n\n2', [['1'], [''], ['2']]],
    ['an empty last row', '1\n\n', [['1'], ['']]],
    [
      'rows of different lengths',
      '1\t2\n3',
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    ['a line break inside a cell', '"two\r\nlines"\t5', [['two\nlines', '5']]],
    ['a tab inside a cell', '"a\tb"\tc', [['a\tb', 'c']]],
    ['quotation marks inside a cell', '"say ""yes"""\t5', [['say "yes"', '5']]],
    ['a quotation mark that never closes', '"five\t5', [['"five', '5']]],
    ['a quotation mark that closes too early', '"a"b\t5', [['"a"b', '5']]],
    ['an inch sign within a cell', '5"\t6', [['5"', '6']]],
    ['a last cell in quotation marks, then the closing break', '1\t"a\nb"\r\n', [['1', 'a\nb']]],
    ['an empty cell before the closing break', '1\t\r\n', [['1', '']]],
  ])('reads %s', (_, text, block) => {
    expect(readBlock(text)).toEqual(block);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', ' ', '"', '\t', '\n', '%') });
  const block = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });

  it('always gives rows of one length', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r') }), (text) => {
        const rows = readBlock(text);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      }),
    );
  });
});
