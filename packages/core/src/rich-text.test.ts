import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRichText, type TextPart, writeRichText } from './rich-text.ts';

const paragraph = (text: string): TextPart => ({ kind: 'paragraph', spans: [{ text }] });

describe('a stored text', () => {
  it.each<[string, TextPart[]]>([
    ['', []],
    ['One line.\nAnd another.', [paragraph('One line.\nAnd another.')]],
    ['First.\n\nSecond.', [paragraph('First.'), paragraph('Second.')]],
    ['## What worked', [{ kind: 'heading', spans: [{ text: 'What worked' }] }]],
    ['- a\n- b', [{ kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] }]],
    ['1. a\n2. b', [{ kind: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }]] }]],
    [
      'So **much _more_** now',
      [
        {
          kind: 'paragraph',
          spans: [
            { text: 'So ' },
            { text: 'much ', bold: true },
            { text: 'more', bold: true, italic: true },
            { text: ' now' },
          ],
        },
      ],
    ],
    [
      'See [the report](https://example.org/a) and https://example.org/b.',
      [
        {
          kind: 'paragraph',
          spans: [
            { text: 'See ' },
            { text: 'the report', url: 'https://example.org/a' },
            { text: ' and ' },
            { text: 'https://example.org/b', url: 'https://example.org/b' },
            { text: '.' },
          ],
        },
      ],
    ],
    ['5 * 3 ** 2, a ** b', [paragraph('5 * 3 ** 2, a ** b')]],
    ['[x](javascript:alert(1))', [paragraph('[x](javascript:alert(1))')]],
    ['<b>bold</b> & <script>', [paragraph('<b>bold</b> & <script>')]],
    ['\\*\\*not bold\\*\\*', [paragraph('**not bold**')]],
  ])('%j is read as its parts', (text, parts) => {
    expect(readRichText(text)).toEqual(parts);
  });

  it('is read in no time, however it is made', () => {
    const hostile = ['**a ', '_a ', '[', '[a](', '\\', 'https://', '- ', '1. ', '**', '__', '# '];
    for (const piece of hostile) {
      const began = performance.now();
      readRichText(piece.repeat(20_000 / piece.length));
      expect(performance.now() - began, piece).toBeLessThan(500);
    }
  });

  it('never loses a word, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = (typed: string) => typed.match(/[\p{L}\p{N}]+/gu) ?? [];
        const read = readRichText(text)
          .flatMap((part) => (part.kind === 'list' ? part.items.flat() : part.spans))
          .map((span) => span.text)
          .join(' ');
        const missing = words(text).filter((word) => !read.includes(word));
        // the number of a list's item is its place
        expect(missing.filter((word) => !/^\d{1,3}$/.test(word))).toEqual([]);
      }),
    );
  });

  const text = fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 })
    .map((typed) => typed.replace(/\s+/gu, ' '))
    .filter((typed) => typed.trim() !== '');
  const span = fc.record(
    {
      text,
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
      url: fc.constantFrom('https://example.org/a', 'https://example.org/?q=1&b=2#c'),
    },
    { requiredKeys: ['text'] },
  );
  const spans = fc.array(span, { minLength: 1, maxLength: 4 });
  const part: fc.Arbitrary<TextPart> = fc.oneof(
    fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), spans }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(spans, { minLength: 1, maxLength: 3 }),
    }),
  );

  it('comes back as it was written: what is stored once is stored the same the next time', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const stored = writeRichText(parts);
        expect(writeRichText(readRichText(stored))).toBe(stored);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the looks of every letter', () => {
    const looks = (parts: readonly TextPart[]) =>
      parts
        .flatMap((each) => (each.kind === 'list' ? each.items.flat() : each.spans))
        .flatMap(({ text: words, bold, italic, url }) =>
          [...words.replace(/\s/gu, '')].map((letter) => `${letter}${bold ? 'b' : ''}${italic ? 'i' : ''}${url ?? ''}`),
        );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        expect(looks(readRichText(writeRichText(parts)))).toEqual(looks(parts));
      }),
      { numRuns: 500 },
    );
  });
});
