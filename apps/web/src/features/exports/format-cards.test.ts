import { expect, test } from 'vitest';
import { sizeOf } from './format-cards.tsx';

test('a card says a size that was measured, else about how large the file becomes', () => {
  const outline = { sizes: { csv: 33_853, pdf: 771_178 }, estimates: { docx: 670_000, pdf: 760_000 } };
  expect(sizeOf(outline, 'csv')).toBe('34 kB');
  expect(sizeOf(outline, 'pdf')).toBe('771 kB');
  expect(sizeOf(outline, 'docx')).toBe('About 670 kB, made in a few seconds');
  expect(sizeOf(outline, 'json')).toBeUndefined();
  expect(sizeOf(undefined, 'csv')).toBeUndefined();
});
