import { describe, expect, it } from 'vitest';
import { placesIn, rangeBetween, sizeOf, wholeOf } from './cell-range.ts';
import { columnsOfYear, columnsOfYears, type Sheet } from './grid-moves.ts';

const sheet: Sheet = { codes: ['a', 'b', 'c'], columns: columnsOfYear };

describe('a block of cells', () => {
  it('is the same from whichever corner it is drawn', () => {
    const range = rangeBetween({ code: 'c', column: 'target' }, { code: 'a', column: 'value' }, sheet);
    expect(range).toEqual({ top: 0, bottom: 2, left: 3, right: 4 });
    expect(range && sizeOf(range)).toBe(6);
    expect(range && placesIn(range, sheet).map((row) => row.map(({ code, column }) => `${code} ${column}`))).toEqual([
      ['a target', 'a value'],
      ['b target', 'b value'],
      ['c target', 'c value'],
    ]);
  });

  it('is none where a corner is not on screen', () => {
    expect(rangeBetween({ code: 'filtered', column: 'value' }, { code: 'a', column: 'value' }, sheet)).toBeNull();
    expect(rangeBetween(null, { code: 'a', column: 'value' }, sheet)).toBeNull();
  });

  it('covers everything that takes entries, in one year and in all', () => {
    const corners = (columns: Sheet['columns']) => wholeOf({ ...sheet, columns })?.map(({ column }) => column);
    expect(corners(columnsOfYear)).toEqual(['target', 'value']);
    expect(corners(columnsOfYears([2018, 2022]))).toEqual(['target-2018', 'value-2022']);
    expect(wholeOf({ codes: [], columns: columnsOfYear })).toBeNull();
  });
});
