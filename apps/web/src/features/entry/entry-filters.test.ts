import { describe, expect, it } from 'vitest';
import { filterRows, filtersOf } from './entry-filters.ts';
import { readEntrySearch } from './entry-search.ts';
import { exampleRow } from './testing/entry-row-example.ts';

const rows = [
  exampleRow('1.1-A', { row: { goal: '1', owner: 'Ana Diaz' } }),
  exampleRow('2.1-A', { row: { goal: '2', section: 'RPA' } }),
];
const shown = (address: Record<string, unknown>) => {
  const search = readEntrySearch(address);
  return filterRows(rows, filtersOf(search, search.text ?? '', null)).map(({ code }) => code);
};

describe('the filters of the grid', () => {
  it.each([
    [{}, ['1.1-A', '2.1-A']],
    [{ goal: 2 }, ['2.1-A']],
    [{ owner: 'Ana Diaz' }, ['1.1-A']],
    [{ owner: 'none' }, ['2.1-A']],
    [{ section: 'RPA' }, ['2.1-A']],
    [{ state: 'approved' }, []],
    [{ state: 'no such state' }, ['1.1-A', '2.1-A']],
    [{ text: 'diaz 1.1' }, ['1.1-A']],
    [{ goal: '1', text: '2.1' }, []],
  ])('%j shows %j', (address, codes) => {
    expect(shown(address)).toEqual(codes);
  });

  it('reads from the address whether all years are shown', () => {
    expect(readEntrySearch({ columns: 'all' }).columns).toBe('all');
    expect(readEntrySearch({ columns: 'some' }).columns).toBeUndefined();
  });
});
