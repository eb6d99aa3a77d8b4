import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkPassword } from './check-password.ts';
import { isLeaked } from './leaked-passwords.ts';

const marks = readFileSync(new URL('./leaked-passwords.bin', import.meta.url));

it('holds far more than the three thousand commonest, in order and each once', () => {
  const all = Array.from({ length: marks.length / 5 }, (_, at) => marks.toString('hex', at * 5, at * 5 + 5));
  expect(all.length).toBeGreaterThan(40_000);
  expect(all).toEqual([...new Set(all)].sort());
});

it.each(['unbelievable', 'chickenwing101', 'contortionist', 'Mailcreated5240', 'ghhh47hj7649', 'Chicken_Wing 101'])(
  'knows %s, which was leaked',
  (password) => {
    expect(isLeaked(password)).toBe(true);
  },
);

it('knows none that nobody had', () => {
  const made = Array.from({ length: 20_000 }, (_, at) => `a password that nobody had ${at}`);
  expect(made.filter(isLeaked)).toEqual([]);
});

it('refuses one in a sentence that says what to do, though it is made of nothing common', () => {
  const owner = { name: 'Dana Whitfield', email: 'dana@example.gov' };
  const set = (password: string) => () => checkPassword(password, { secondFactor: true, owner });
  expect(set('Mailcreated5240')).toThrow(
    'This password was stolen somewhere before, so guessers try it early. Use a few words that do not belong together.',
  );
  expect(set('violet kettle under nine bridges')).not.toThrow();
});
