import { expect, test } from 'vitest';
import { csvOf } from './csv-text.ts';

const columns = [
  { head: 'Period', kind: 'text' },
  { head: 'Value', kind: 'figure' },
] as const;

test('figures keep every digit, missing ones stay empty, and Excel is told the encoding', () => {
  const csv = csvOf({
    columns,
    rows: [
      ['FY 2020', '-1234.50'],
      ['FY 2021', null],
    ],
  });
  expect(csv).toBe('\uFEFFPeriod,Value\r\nFY 2020,-1234.50\r\nFY 2021,\r\n');
});

test.each(['=1+1', '+1', '-cmd', '@SUM(A1)', '\tx', '  =x'])('%j in text is not run as a formula', (text) => {
  expect(
    csvOf({ columns, rows: [[text, '1']] })
      .split('\r\n')[1]
      ?.replace('"', ''),
  ).toMatch(/^'/);
});

test('what stands in a column of figures without being one is treated as text', () => {
  expect(csvOf({ columns, rows: [['FY 2020', '=HYPERLINK("x")']] })).toContain(`"'=HYPERLINK(""x"")"`);
});

test.each([
  ['Moved, then returned', '"Moved, then returned"'],
  ['He said "later"', '"He said ""later"""'],
  ['two\nlines', '"two\nlines"'],
  ['Zoë – Åland', 'Zoë – Åland'],
  ['a-b = c', 'a-b = c'],
])('%j stands as %j', (text, cell) => {
  expect(csvOf({ columns, rows: [[text, '1']] })).toBe(`\uFEFFPeriod,Value\r\n${cell},1\r\n`);
});
