import type { Chance } from './chance.ts';

/** Text that goes into JSON as it stands, also where it is no JSON. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const encodings = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\ud83d',
  '\ufeff',
  '\uffff',
  '\u202egnp.exe',
  'two\u2028lines',
  'e\u0301'.repeat(300),
  '\ud83d\udca5'.repeat(400),
  '\u0007\u001b[31m',
  '１２３',
  '٣٤',
  'ß\u0130\ufb01',
];

const attacks = [
  "' or 1=1 --",
  "'; drop table people; --",
  '" or ""="',
  "x' union select token_hash from sessions --",
  '%',
  '%_%',
  '../../../../etc/passwd',
  '..\\..\\boot.ini',
  '%2e%2e%2fetc%2fpasswd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'x\r\nset-cookie: hostile=1\r\nx-hostile: 1',
  'x\n\n<html>',
  '=1+1',
  '=HYPERLINK("http://hostile.example","x")',
  '@SUM(1)',
  '+1+1',
  '-2+3',
  '\t=1+1',
  '<script>alert(1)</script>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  ']]><x/>',
  '&#0;&lt;',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$' + '{7*7}',
  '{{7*7}}',
  '$(id)',
  '| id',
  'NEAR(a b) AND * OR "',
  'a* "b" -c ^d',
  '[x](javascript:alert(1))',
];

const figures = [
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '1e-400',
  '1E5',
  '0x10',
  '1_000',
  '1,234',
  '.5',
  '5.',
  '+5',
  '00',
  '--5',
  '999999999999999',
  '0.000000000000001',
  '-999999999999999',
  '9999999999999999',
  '2020-02-30',
  '2020-13-01',
  '0000-00-00',
  '9999-12-31',
  '10000-01-01',
  '-000001-01-01',
  '2020-12-31T00:00:00Z',
  'null',
  'undefined',
  'true',
  '[object Object]',
];

const long = (chance: Chance): string =>
  chance
    .pick(['x', '9', '\u00e9', ' ', '\n', '- a\n', '**', '[', '(a', '"', '\\', '=', '<b>', '1.', '\u0000', '#'])
    .repeat(chance.pick([60, 61, 201, 1001, 5001, 20_000, 100_000]));

/** A text that nobody means well with. */
export const hostileText = (chance: Chance): string => {
  const kind = chance.number(10);
  if (kind < 2) return chance.pick(encodings);
  if (kind < 6) return chance.pick(attacks);
  if (kind < 8) return chance.pick(figures);
  if (kind < 9) return long(chance);
  return chance.pick(['', ' ', '\t', '\n', '\u00a0']);
};

const nested = (depth: number): Verbatim =>
  new Verbatim(
    depth % 2 === 0 ? '['.repeat(depth) + ']'.repeat(depth) : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  );

const numbers = [0, -1, 1, 0.5, -1e21, 1e308, 2 ** 31, 2 ** 53 + 2, -(2 ** 63), 5e-324, 1900, 2022, 99_999];

const notJson = [
  'NaN',
  'Infinity',
  '-',
  '01',
  '1e999',
  "'x'",
  '"\\ud800"',
  '"\\u0000"',
  '"\\x"',
  '"\n"',
  'undefined',
  '',
  '/**/1',
  '0x1',
];

/** Anything but what is asked for. */
export const hostileValue = (chance: Chance): unknown => {
  const kind = chance.number(16);
  if (kind < 7) return hostileText(chance);
  if (kind < 9) return chance.pick(numbers);
  if (kind < 11) return chance.pick<unknown>([null, true, false, [], {}, [[]], [null], { length: 5 }, { toString: 1 }]);
  if (kind < 12) return nested(chance.pick([50, 501, 5000, 100_000]));
  if (kind < 13)
    return Array.from({ length: chance.pick([2, 201, 5001]) }, () => chance.pick<unknown>(['x', 1, null, {}]));
  if (kind < 14) return new Verbatim(chance.pick(notJson));
  return { [chance.pick(['__proto__', 'constructor', 'then', 'toJSON', '$ref', ''])]: { admin: true } };
};

/** Like JSON.stringify, with verbatim parts, and with any key that an object has of its own. */
export const jsonOf = (value: unknown): string => {
  if (value instanceof Verbatim) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${jsonOf(each)}`)
    .join(',')}}`;
};
