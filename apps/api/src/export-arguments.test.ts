import { expect, it } from 'vitest';
import { readExportArguments } from './export-arguments.ts';

const read = (line: string) => readExportArguments(line.split(' ').filter((word) => word !== ''));

it('takes a year, a format, a version, a strategy and where the file goes', () => {
  expect(read('--year 2022 --format xlsx --out review.xlsx')).toEqual({
    year: 2022,
    format: 'xlsx',
    version: undefined,
    strategy: undefined,
    out: 'review.xlsx',
  });
  expect(read('--year=2021 --format pdf --version 2 --strategy fbs-2018-2022')).toMatchObject({
    version: 2,
    strategy: 'fbs-2018-2022',
  });
  expect(read('--year all --format csv --out all.zip')).toEqual({
    year: 'all',
    format: 'csv',
    strategy: undefined,
    out: 'all.zip',
  });
  expect(read('--format record')).toEqual({ format: 'record', strategy: undefined, out: undefined });
});

it.each([
  ['', 'Say --format.'],
  ['--format exe --year 2022', 'There is no format "exe".'],
  ['--format xlsx', 'Say --year.'],
  ['--format xlsx --year soon', '--year soon is no year.'],
  ['--format xlsx --year 2022 --version latest', '--version latest is no version.'],
  ['--format stratml --year all', 'All years are not made as stratml: take --format plan.'],
  ['--format pdf --year all --version 1', 'All years come in the versions in force: leave --version out.'],
  ['--formt xlsx', "Unknown option '--formt'."],
  ['2022 xlsx', "Unexpected argument '2022'."],
])('refuses "%s" in a sentence, and says how it is asked', (line, sentence) => {
  expect(() => read(line)).toThrow(`${sentence} Say what to export: npm run export -- --year 2022 --format docx|`);
});
