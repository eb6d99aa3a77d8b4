import { expect, test } from 'vitest';
import { breakdownDescription, breakdownFigures, breakdownMessage, breakdownYears } from './breakdown-years.ts';
import { exampleDefinition, examplePage, exampleYear } from './testing/indicator-example.ts';

const bySex = { dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true };
const rowsOf = (female: string, male: string) => [
  { dimension: 'sex', category: 'female', value: female },
  { dimension: 'sex', category: 'male', value: male },
];
const page = examplePage(
  [exampleYear(2020, { value: '10' }), exampleYear(2021, { value: '1000' }), exampleYear(2022)],
  {
    definition: { ...exampleDefinition, disaggregations: [bySex] },
    breakdowns: [
      { year: 2020, rows: rowsOf('5', '5'), findings: [] },
      { year: 2021, rows: rowsOf('663', '337'), findings: [] },
      { year: 2022, rows: [{ dimension: 'country', category: 'Ghana', value: '2' }], findings: [] },
    ],
  },
);
const [sex, country] = breakdownYears(page);
if (sex === undefined || country === undefined) throw new Error('both dimensions are there');

test('each dimension has its years, and each year its parts as shares of the value', () => {
  expect(sex).toMatchObject({ dimension: 'sex', sums: true, categories: ['female', 'male'] });
  expect(sex.rows.map(({ label, parts }) => [label, ...parts.map(({ words }) => words)])).toEqual([
    ['FY 2020', '5 (50.0%)', '5 (50.0%)'],
    ['FY 2021', '663 (66.3%)', '337 (33.7%)'],
  ]);
});

test('the message names the largest part, first and last', () => {
  expect(breakdownMessage(sex)).toBe('Female: from 50.0% in FY 2020 to 66.3% in FY 2021');
});

test('a dimension that the definition does not name is shown, and without a total there is no share', () => {
  expect(country).toMatchObject({ dimension: 'country', sums: false });
  expect(country.rows[0]?.parts).toEqual([{ share: null, short: '', words: '2' }]);
  expect(breakdownMessage(country)).toBe('By country, over the years');
});

test('who does not see the drawing hears its figures, and a copy has all their digits', () => {
  expect(breakdownDescription(sex)).toBe(
    'FY 2020: female 5 (50.0%), male 5 (50.0%). FY 2021: female 663 (66.3%), male 337 (33.7%).',
  );
  expect(breakdownFigures(sex).rows).toEqual([
    ['FY 2020', '5', '5'],
    ['FY 2021', '663', '337'],
  ]);
});
