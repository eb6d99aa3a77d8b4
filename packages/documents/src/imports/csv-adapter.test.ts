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

it.each([
  ['the first row', `${',a'.repeat(2000)}\n1,2`],
  ['a later row', `indicator,year\n${','.repeat(500_000)}`],
  ['a row in quotation marks', `"indicator"${',""'.repeat(2000)}`],
])('refuses a file as wide as no sheet is, for %s, before it costs time', (_what, text) => {
  expect(() => readCsv(new TextEncoder().encode(text))).toThrow(/more than 2,000 columns/);
  const wide = readCsv(new TextEncoder().encode(`${'a,'.repeat(1999)}a`));
  expect(wide.sheet.rows.at(0)).toHaveLength(2000);
});
