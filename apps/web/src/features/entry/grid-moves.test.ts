import { describe, expect, it } from 'vitest';
import {
  columnsOfYear,
  columnsOfYears,
  fieldOf,
  isTyping,
  moveFrom,
  nextField,
  type Place,
  type Sheet,
} from './grid-moves.ts';

const sheet: Sheet = { codes: ['1.1-C', '1.2-D', '2.1-C'], columns: columnsOfYear };
const here: Place = { code: '1.2-D', column: 'value' };
const move = (key: string, withControl = false, from = here) => moveFrom(from, key, withControl, sheet);

describe('moveFrom', () => {
  it.each([
    ['ArrowUp', '1.1-C', 'value'],
    ['ArrowDown', '2.1-C', 'value'],
    ['ArrowLeft', '1.2-D', 'target'],
    ['ArrowRight', '1.2-D', 'rating'],
    ['Home', '1.2-D', 'select'],
    ['End', '1.2-D', 'state'],
    ['PageDown', '2.1-C', 'value'],
    ['PageUp', '1.1-C', 'value'],
  ])('%s leads to %s, %s', (key, code, column) => {
    expect(move(key)).toEqual({ code, column });
  });

  it('goes to the corners with Control', () => {
    expect(move('Home', true)).toEqual({ code: '1.1-C', column: 'select' });
    expect(move('End', true)).toEqual({ code: '2.1-C', column: 'state' });
    expect(move('ArrowDown', true)).toEqual({ code: '2.1-C', column: 'value' });
  });

  it('stays at the edges', () => {
    const corner: Place = { code: '2.1-C', column: 'state' };
    expect(move('ArrowDown', false, corner)).toEqual(corner);
    expect(move('ArrowRight', false, corner)).toEqual(corner);
  });

  it('leaves other keys alone', () => {
    expect(move('a')).toBeNull();
    expect(move('Tab')).toBeNull();
  });
});

describe('nextField', () => {
  it('goes right to the next cell for entries, then to the next row', () => {
    expect(nextField({ code: '1.2-D', column: 'target' }, false, sheet)).toEqual({ code: '1.2-D', column: 'value' });
    expect(nextField(here, false, sheet)).toEqual({ code: '2.1-C', column: 'target' });
    expect(nextField(here, true, sheet)).toEqual({ code: '1.2-D', column: 'target' });
  });

  it('ends at the ends', () => {
    expect(nextField({ code: '2.1-C', column: 'value' }, false, sheet)).toBeNull();
    expect(nextField({ code: '1.1-C', column: 'target' }, true, sheet)).toBeNull();
  });
});

describe('all years side by side', () => {
  const wide: Sheet = { codes: ['1.1-C', '1.2-D'], columns: columnsOfYears([2018, 2019]) };

  it('has a target and a value of every year behind the name', () => {
    expect(wide.columns).toEqual(['indicator', 'target-2018', 'value-2018', 'target-2019', 'value-2019']);
    expect(fieldOf('value-2019')).toEqual({ field: 'value', year: 2019 });
    expect(fieldOf('value')).toEqual({ field: 'value', year: null });
    expect(fieldOf('indicator')).toBeNull();
  });

  it('goes from year to year, and on to the next row', () => {
    expect(moveFrom({ code: '1.1-C', column: 'value-2018' }, 'ArrowRight', false, wide)?.column).toBe('target-2019');
    expect(nextField({ code: '1.1-C', column: 'value-2019' }, false, wide)).toEqual({
      code: '1.2-D',
      column: 'target-2018',
    });
  });
});

describe('isTyping', () => {
  const pressed = (key: string, held = {}) => isTyping({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

  it('begins an entry with a letter or a digit, not with a command', () => {
    expect(pressed('4')).toBe(true);
    expect(pressed('-')).toBe(true);
    expect(pressed('c', { ctrlKey: true })).toBe(false);
    expect(pressed('F5')).toBe(false);
    expect(pressed(' ')).toBe(false);
  });
});
