import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInCode, suggestCode } from './indicator-code.ts';

it.each([
  ['1.1-A', null],
  ['1.1-12', null],
  ['1.1-AA', null],
  ['1.1-B', 'There is an indicator 1.1-B already: choose another code.'],
  ['1.2-A', /^Write the objective, a hyphen/],
  ['1.1-', /for example 1\.1-A\.$/],
  ['1.1-a', /capital letters/],
  ['1.1-A B', /^Write the objective/],
  ['new', /^Write the objective/],
  ['1.1-ABCDEFGHI', /up to 8/],
])('says of the code %s what to do', (code, expected) => {
  const said = findInCode(code, '1.1', ['1.1-B']);
  if (expected instanceof RegExp) expect(said).toMatch(expected);
  else expect(said).toBe(expected);
});

it('suggests the next free letter, and two letters when all are taken', () => {
  expect(suggestCode('1.1', ['1.1-A', '1.1-C', '1.2-B'])).toBe('1.1-B');
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `1.1-${letter}`);
  expect(suggestCode('1.1', alphabet)).toBe('1.1-AA');
});

it('suggests only what may be given', () => {
  fc.assert(
    fc.property(fc.nat({ max: 900 }), (count) => {
      const taken: string[] = [];
      for (let index = 0; index < Math.min(count, 60); index += 1) taken.push(suggestCode('4.2', taken));
      expect(new Set(taken).size).toBe(taken.length);
      expect(findInCode(suggestCode('4.2', taken), '4.2', taken)).toBeNull();
    }),
    { numRuns: 20 },
  );
});
