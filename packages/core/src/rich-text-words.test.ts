import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeRichText } from './rich-text.ts';
import { richTextWords } from './rich-text-words.ts';

test.each([
  ['bold and italic words', '**JSP Goal 1.3**: _two_ regions', 'JSP Goal 1.3: two regions'],
  ['a list', 'We will:\n- train\n- **ask**', 'We will:\n\n• train\n• ask'],
  ['a numbered list', '1. Move\n1. Ask', '1. Move\n2. Ask'],
  ['a heading with what stands below it', 'Before.\n\n## Next\n\nAfter.', 'Before.\n\nNext\nAfter.'],
  ['a link', 'See [the report](https://example.org/r).', 'See the report (https://example.org/r).'],
  ['a bare address, once', 'See https://example.org/r.', 'See https://example.org/r.'],
  ['signs that were typed as such', '2 \\* 3 \\_ 4', '2 * 3 _ 4'],
  ['plain lines', 'one\ntwo\n\nthree', 'one\ntwo\n\nthree'],
  ['nothing', '', ''],
])('%s is read without signs', (_what, text, words) => {
  expect(richTextWords(text)).toBe(words);
});

test('whatever words a person marks, exactly they are read', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => !/[\s\u0085\u2028\u2029]/.test(text));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.boolean(), (words, isBold) => {
      const text = words.join(' ');
      const stored = writeRichText([{ kind: 'paragraph', spans: [{ text, ...(isBold ? { bold: true } : {}) }] }]);
      expect(richTextWords(stored)).toBe(text);
    }),
  );
});
