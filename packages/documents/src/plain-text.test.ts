import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDeep, cleanText, textBlocks } from './plain-text.ts';

test.each([
  ['a\u0000b\u0007c', 'abc'],
  ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['a\tb', 'a b'],
  ['\ud800x\udc00', 'x'],
  ['\ufffe\uffff\u{1ffff}y', 'y'],
  ['\u{1f600} مرحبا', '\u{1f600} مرحبا'],
])('%j is cleaned to %j', (dirty, clean) => {
  expect(cleanText(dirty)).toBe(clean);
});

test('cleaning twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
});

test('a document is cleaned to its last corner, and its other values stay', () => {
  expect(cleanDeep({ a: ['x\u0001', { b: 'y\u0002' }], n: 1, f: false, z: null })).toEqual({
    a: ['x', { b: 'y' }],
    n: 1,
    f: false,
    z: null,
  });
});

test('blank lines part paragraphs, dashes make lists', () => {
  const text = 'First line\nsecond line\n \nNext:\n- one\n  goes on\n- two\nAfter';
  expect(textBlocks(text)).toEqual([
    { kind: 'paragraph', lines: ['First line', 'second line'] },
    { kind: 'paragraph', lines: ['Next:'] },
    { kind: 'bullet', text: 'one goes on' },
    { kind: 'bullet', text: 'two' },
    { kind: 'paragraph', lines: ['After'] },
  ]);
});

test('a minus or a dash inside a line is no list', () => {
  expect(textBlocks('-5 degrees\n-- so -')).toEqual([{ kind: 'paragraph', lines: ['-5 degrees', '-- so -'] }]);
});
