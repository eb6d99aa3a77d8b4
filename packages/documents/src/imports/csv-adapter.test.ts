import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from './csv-adapter.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '1', '.', ';', ' ', "'", '=') });
const file = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

it('reads a file without quotation marks as one with them is read', () => {
  fc.assert(
    fc.property(file, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.boolean(), (rows, end, closed, marked) => {
      const text = `indicator,year,value${end}${rows.map((row) => row.join(',')).join(end)}${closed ? end : ''}`;
      const expected = (parse(text, { relax_column_count: true }) as string[][]).map((row) =>
        row.map((each) => (each.trim() === '' ? null : each.replace(/^'(?='*[=])/, ''))),
      );
      const { sheet } = readCsv(new TextEncoder().encode((marked ? '\ufeff' : '') + text));
      const read = Array.from({ length: sheet.rows.length }, (_, at) => sheet.rows.at(at));
      expect(read.map((row) => row.map((each) => each?.text ?? null))).toEqual(expected);
    }),
  );
});
