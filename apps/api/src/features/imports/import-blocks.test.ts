import { columnNames, type ImportCell, type ImportRecord } from '@fbs/documents';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FoundRow, packBlock, partsOf, unpackBlock } from './import-blocks.ts';
import { goodOutcomes, noCounts, type Outcome } from './import-rows.ts';

const words = fc.oneof(fc.string({ minLength: 1, maxLength: 4 }), fc.constant('Women'));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
// a number is kept as the text that it is read as
const cell: fc.Arbitrary<ImportCell> = fc.record({
  kind: fc.constantFrom('text', 'percent', 'date', 'yes_no', 'error', 'formula'),
  text: words,
});
const record: fc.Arbitrary<ImportRecord> = fc.record({
  sheet: fc.constantFrom('Values', 'Targets', 'Breakdowns'),
  row: fc.nat(40),
  cells: fc.dictionary(fc.constantFrom(...columnNames), cell, { noNullPrototype: true }),
});
const found: fc.Arbitrary<FoundRow> = fc
  .record({
    column: orNull(words),
    indicator: orNull(words),
    year: orNull(fc.integer({ min: 2018, max: 2020 })),
    what: words,
    outcome: fc.constantFrom(...(Object.keys(noCounts) as Outcome[])),
    sentence: words,
    before: orNull(words),
    after: orNull(words),
    of: record,
  })
  .map(({ of, ...said }) => ({ record: of, finding: { ...said, sheet: of.sheet, row: of.row } }));

it('gives every row of a block back as it was, alike or not', () => {
  fc.assert(
    fc.property(fc.array(found, { maxLength: 8 }), (rows) => {
      expect(unpackBlock(packBlock(0, rows))).toEqual(rows);
    }),
  );
});

const part = (row: number, category: string, value: string, outcome: Outcome = 'inserted'): FoundRow => {
  const text = (of: string): ImportCell => ({ kind: 'text', text: of });
  const cells = { dimension: text('sex'), category: text(category), value: text(value) };
  const said = { column: null, indicator: '1.2-D', year: 2022, what: null, sentence: 'A new part.', before: null };
  return {
    record: { sheet: 'Breakdowns', row, cells },
    finding: { sheet: 'Breakdowns', row, ...said, outcome, after: value },
  };
};

it('names a part by its cells, and says once what all rows share', () => {
  const block = packBlock(0, [part(2, 'female ', '60'), part(3, 'male', '40.50'), part(5, 'other', '1', 'refused')]);
  expect(unpackBlock(block).map(({ finding }) => finding.what)).toEqual(['sex: female', 'sex: male', 'sex: other']);
  expect(block.rows.split('A new part.')).toHaveLength(2);
  const plan = { kind: 'breakdown', dimension: 'sex' };
  expect(partsOf(block)).toEqual([
    { indicator: '1.2-D', year: 2022, reason: null, plan: { ...plan, category: 'female', value: '60' } },
    { indicator: '1.2-D', year: 2022, reason: null, plan: { ...plan, category: 'male', value: '40.5' } },
  ]);
  expect(partsOf(packBlock(0, [part(2, 'female', 'sixty')]))).toBeNull();
});

it('still reads the blocks of the first imports, and has their rows checked anew before they are written', () => {
  const row = [
    3,
    'Breakdowns',
    [0, '1.2-D', 4, ['percent', '40']],
    goodOutcomes[0],
    1,
    null,
    '1.2-D',
    2022,
    '1',
    '40%',
    null,
  ];
  const block = { rows: JSON.stringify({ sentences: ['Another.', 'A new part.'], rows: [row] }) };
  const [{ record: kept, finding } = { record: null, finding: null }] = unpackBlock(block);
  expect(kept?.cells).toEqual({
    [columnNames[0]]: { kind: 'text', text: '1.2-D' },
    [columnNames[4]]: { kind: 'percent', text: '40' },
  });
  expect(finding).toMatchObject({ row: 3, sentence: 'A new part.', before: '1', after: '40%', column: null });
  expect(partsOf(block)).toBeNull();
});
