import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  isDecimal,
  parseDecimal,
  percentOf,
  roundDecimal,
  storableDecimal,
  subtractDecimals,
  sumDecimals,
} from './decimal.ts';
import { decimals } from './testing/arbitrary-decimals.ts';

test.each([
  ['1234.5', '1234.5'],
  ['-0', '0'],
  ['-0.000', '0'],
  ['007', '7'],
  ['000', '0'],
  ['+5', '5'],
  ['1.50', '1.5'],
  ['-12.0', '-12'],
  ['100', '100'],
  ['0.000000000000001', '0.000000000000001'],
  ['123456789012345', '123456789012345'],
  ['12345678901234.5', '12345678901234.5'],
])('%s is read as %s', (text, canonical) => {
  expect(parseDecimal(text)).toBe(canonical);
});

test.each([
  '',
  ' ',
  '-',
  '.',
  '.5',
  '5.',
  '1e5',
  '1,000',
  ' 1',
  '1 ',
  '1\n',
  'NaN',
  'Infinity',
  '0x10',
  '--1',
  '\u22121',
])('"%s" is not a decimal', (text) => expect(parseDecimal(text)).toBeNull());

test.each(['1234567890123456', '0.1234567890123456', '1.000000000000001', '1000000000000000', '0.0000000000000001'])(
  '%s has too many digits',
  (text) => expect(parseDecimal(text)).toBeNull(),
);

test('a very long text is refused quickly', () => {
  expect(parseDecimal(`${'0'.repeat(1_000_000)}x`)).toBeNull();
});

test('reading is idempotent, and what was read is canonical', () => {
  fc.assert(fc.property(decimals, (value) => parseDecimal(value) === value && isDecimal(value)));
});

test('leading and closing zeros and a plus sign change nothing', () => {
  fc.assert(
    fc.property(decimals, fc.nat(4), fc.nat(4), (value, leading, closing) => {
      const sign = value.startsWith('-') ? '-' : '+';
      const digits = value.replace('-', '');
      const tail = '0'.repeat(closing);
      const fraction = digits.includes('.') ? tail : closing > 0 ? `.${tail}` : '';
      expect(parseDecimal(`${sign}${'0'.repeat(leading)}${digits}${fraction}`)).toBe(value);
    }),
  );
});

test('only the canonical form counts as a decimal', () => {
  expect(isDecimal('7')).toBe(true);
  expect(isDecimal('007')).toBe(false);
  expect(isDecimal('-0')).toBe(false);
});

test('sums are exact where binary floats are not', () => {
  expect(addDecimals('0.1', '0.2')).toBe('0.3');
  expect(subtractDecimals('0.3', '0.1')).toBe('0.2');
  expect(sumDecimals(['0.1', '0.2', '-0.3'])).toBe('0');
  expect(sumDecimals([])).toBe('0');
  expect(absoluteDecimal('-1.5')).toBe('1.5');
});

test('the sum of many is the sum of each pair of them, however many digits they have', () => {
  const long = fc.constantFrom(
    '999999999999999',
    '-99999999999999.9',
    '0.000000000000001',
    '1e3',
    '12345678901234567890',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(decimals, long), { maxLength: 40 }), (values) => {
      expect(sumDecimals(values)).toBe(values.reduce(addDecimals, '0'));
    }),
  );
  expect(sumDecimals(Array(30).fill('999999999999999'))).toBe('29999999999999970');
  expect(() => sumDecimals(['1', 'x'])).toThrow();
});

test('subtracting takes back what adding brought', () => {
  fc.assert(fc.property(decimals, decimals, (a, b) => subtractDecimals(addDecimals(a, b), b) === a));
});

test('the order of two figures is the order of their difference', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      expect(compareDecimals(a, b)).toBe(compareDecimals(subtractDecimals(a, b), '0'));
      expect(compareDecimals(b, a) + compareDecimals(a, b)).toBe(0);
    }),
  );
});

test.each([
  ['0.05', 1, '0.1'],
  ['-0.05', 1, '-0.1'],
  ['-0.04', 1, '0'],
  ['2.345', 2, '2.35'],
  ['2', 3, '2'],
  ['1999.5', 0, '2000'],
])('%s to %i places is %s', (value, places, rounded) => {
  expect(roundDecimal(value, places)).toBe(rounded);
});

test('what is stored keeps 15 significant digits', () => {
  expect(storableDecimal('0.12345678901234567')).toBe('0.123456789012346');
  expect(storableDecimal('1234567890.123456789')).toBe('1234567890.12346');
});

test('a percentage of nothing does not exist', () => {
  expect(percentOf('1', '3', 1)).toBe('33.3');
  expect(percentOf('1', '0', 1)).toBeNull();
});
