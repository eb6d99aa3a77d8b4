import { expect, test } from 'vitest';
import { linesOf } from './text-lines.ts';

const measure = (text: string): number => text.length;

test('lines break between words and keep all of them in order', () => {
  expect(linesOf('Targets were met in two of four rated years', 16, measure)).toEqual([
    'Targets were met',
    'in two of four',
    'rated years',
  ]);
});

test('no line is wider than allowed, unless a single word is', () => {
  const text = 'Share of prosecutions for labor trafficking, internationally comparable, in percent';
  for (let width = 1; width <= 90; width += 1) {
    const lines = linesOf(text, width, measure);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
  }
});

test('a year stays with its letters', () => {
  expect(linesOf('met in FY 2020', 10, measure)).toEqual(['met in', 'FY\u00a02020']);
});
