import { expect, it } from 'vitest';
import { readImportArguments } from './import-arguments.ts';

it('reads which file, whether to look alone, and what the file does not say', () => {
  expect(readImportArguments(['--file', 'plan.xml', '--dry-run', '--into', 'next'])).toEqual({
    ...{ file: 'plan.xml', dryRun: true, into: 'next', as: undefined, given: {} },
  });
  expect(readImportArguments(['--file', 'p.csv', '--as', 'a@b.gov', '--title', 'T', '--last-year', '2027'])).toEqual({
    ...{ file: 'p.csv', dryRun: false, into: undefined, as: 'a@b.gov', given: { title: 'T', lastYear: '2027' } },
  });
});

it.each([
  [[], 'Say which file:'],
  [['--file', 'plan.xml', '--in', 'next'], 'Say which file:'],
  [['--file', 'plan.xml', '--into', 'next'], 'A newer edition is merged on the screen'],
])('says how %j is asked instead', (args, sentence) => {
  expect(() => readImportArguments(args)).toThrow(sentence);
});
