import { expect, it } from 'vitest';
import { moveCode } from './order-list.ts';

it('moves an indicator one place up or down', () => {
  expect(moveCode(['A', 'B', 'C'], 'B', -1)).toEqual(['B', 'A', 'C']);
  expect(moveCode(['A', 'B', 'C'], 'B', 1)).toEqual(['A', 'C', 'B']);
});

it('stays at either end, and where the indicator is not there', () => {
  expect(moveCode(['A', 'B'], 'A', -1)).toBeNull();
  expect(moveCode(['A', 'B'], 'B', 1)).toBeNull();
  expect(moveCode(['A', 'B'], 'C', 1)).toBeNull();
});

it('passes those of the other kind, which keep their places', () => {
  const isOffice = (code: string) => code.startsWith('P');
  expect(moveCode(['P1', 'C1', 'P2', 'C2'], 'P2', -1, isOffice)).toEqual(['P2', 'C1', 'P1', 'C2']);
  expect(moveCode(['C1', 'P1', 'C2'], 'P1', 1, isOffice)).toBeNull();
});

it('loses nothing, and one move back undoes it', () => {
  const all = [...'ABCDEFG'];
  for (const code of all) {
    const moved = moveCode(all, code, 1);
    if (moved === null) expect(code).toBe('G');
    else expect(moveCode(moved, code, -1)).toEqual(all);
  }
});
