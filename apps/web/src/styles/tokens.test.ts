import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = readFileSync(new URL('./_tokens.scss', import.meta.url), 'utf8');

const colorsOf = (theme: 'light' | 'dark'): Map<string, string> => {
  const body = source.slice(source.indexOf(`@mixin ${theme}`)).split('\n}')[0] ?? '';
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', color = '']) => [name, color]));
};

const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2, relative luminance contrast. */
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const grounds = ['ground', 'ground-sunk', 'ground-raised'];
const washes = ['accent-wash', 'above-wash', 'on-wash', 'improved-wash', 'below-wash'];

const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...grounds, ...washes]],
  ['ink-soft', [...grounds, ...washes]],
  ['ink-faint', grounds],
  ['accent', [...grounds, ...washes]],
  ['accent-strong', [...grounds, ...washes]],
  ['on-accent', ['accent', 'accent-strong']],
  ['band-ink', ['band']],
  ['band-ink-soft', ['band']],
  ['above', [...grounds, 'above-wash']],
  ['on', [...grounds, 'on-wash']],
  ['improved', [...grounds, 'improved-wash', 'below-wash']],
  ['below', [...grounds, 'below-wash']],
  ['unrated', grounds],
  ['on-fill-ink', ['above-fill', 'on-fill', 'below-fill']],
  ['improved-fill-ink', ['improved-fill']],
];

const graphics: readonly (readonly [string, readonly string[]])[] = [
  ['control-line', grounds],
  ['focus', [...grounds, ...washes]],
  ['band-mark', ['band']],
  ['above-fill', ['ground']],
  ['on-fill', ['ground']],
  ['improved-fill', ['ground']],
  ['below-fill', ['ground', 'below-wash']],
  ['unrated-line', ['ground']],
  ['chart-axis', ['ground']],
];

const pairsOf = (rows: typeof texts) => rows.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colors = colorsOf(theme);
  const of = (name: string): string => {
    const color = colors.get(name);
    if (color === undefined) throw new Error(`--${name} is not a color of the ${theme} theme`);
    return color;
  };

  test.each(pairsOf(texts))('%s can be read on %s', (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairsOf(graphics))('%s can be seen on %s', (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(3);
  });
});
