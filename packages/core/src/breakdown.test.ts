import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBreakdown, checkTotals, totalsOf } from './breakdown.ts';

const sex = { dimension: 'Sex', categories: ['female', 'male', 'unknown'], sumsToTotal: true };
const type = { dimension: 'Type', categories: ['labor', 'sex'], sumsToTotal: false };
const row = (dimension: string, category: string, value: string) => ({ dimension, category, value });
const sentences = (...[value, rows]: [string | null, ReturnType<typeof row>[]]) =>
  checkBreakdown(value, [sex, type], rows).map((finding) => finding.sentence);

test('categories that sum to the total may stand beside parts of it', () => {
  const rows = [row('Sex', 'female', '6000.1'), row('Sex', 'male', '3547.9'), row('Type', 'labor', '9548')];
  expect(sentences('9548', rows)).toEqual([]);
  expect(sentences('9548', [])).toEqual([]);
});

test('a total that does not match says by how much', () => {
  expect(sentences('9548', [row('Sex', 'female', '9500')])).toEqual([
    'Sex adds up to 9,500; the value is 9,548: 48 too few.',
  ]);
  expect(sentences('10', [row('Sex', 'female', '6'), row('Sex', 'male', '6')])).toEqual([
    'Sex adds up to 12; the value is 10: 2 too many.',
  ]);
});

test('a part may not exceed the whole', () => {
  expect(sentences('10', [row('Type', 'labor', '11')])).toEqual(['Type: "labor" is 11, more than the whole of 10.']);
});

test('unknown and doubled rows are named', () => {
  const rows = [row('Age', 'child', '1'), row('Type', 'arms', '1'), row('Type', 'sex', '1'), row('Type', 'sex', '2')];
  expect(sentences('10', rows)).toEqual([
    '"Age" is not a breakdown of this indicator; remove it, or add it there.',
    '"arms" is not a category of Type; use one of labor, sex.',
    'Type: "sex" stands here 2 times; keep one.',
  ]);
});

test('without a value there is nothing to compare with', () => {
  expect(sentences(null, [row('Sex', 'female', '9500')])).toEqual([]);
});

test('the totals alone tell what the rows tell; of several parts too large they name the largest', () => {
  const part = fc.record({
    place: fc.constantFrom(['Sex', 'female'] as const, ['Sex', 'male'] as const, ['Type', 'labor'] as const),
    value: fc.integer({ min: 0, max: 30 }).map(String),
  });
  const parts = fc.uniqueArray(part, { selector: ({ place }) => place.join(' ') });
  const figure = fc.option(fc.integer({ min: 0, max: 40 }).map(String));
  fc.assert(
    fc.property(parts, figure, (drawn, value) => {
      const rows = drawn.map(({ place: [dimension, category], value: own }) => row(dimension, category, own));
      const byRows = checkBreakdown(value, [sex, type], rows);
      const byTotals = checkTotals(value, [sex, type], totalsOf(rows));
      expect(byRows).toEqual(expect.arrayContaining(byTotals));
      const dimensions = (findings: typeof byRows) => [...new Set(findings.map(({ dimension }) => dimension))].sort();
      expect(dimensions(byTotals)).toEqual(dimensions(byRows));
    }),
  );
});
