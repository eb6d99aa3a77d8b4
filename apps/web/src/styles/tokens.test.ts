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

type Pairs = readonly (readonly [use: string, front: string, backs: readonly string[]])[];

const texts: Pairs = [
  ['what is read', 'ink', [...grounds, ...washes]],
  ['hints, notes, heads of tables', 'ink-soft', [...grounds, ...washes]],
  ['what is said in passing', 'ink-faint', grounds],
  ['links', 'accent', [...grounds, ...washes]],
  ['links that are pointed at', 'accent-strong', [...grounds, ...washes]],
  ['the primary button, the present year', 'on-accent', ['accent', 'accent-strong']],
  ['the present part of the site', 'band-ink', ['band']],
  ['the other parts of the site', 'band-ink-soft', ['band']],
  ['above target', 'above', [...grounds, 'above-wash']],
  ['on target', 'on', [...grounds, 'on-wash']],
  ['improved, and what is to be looked at', 'improved', [...grounds, 'improved-wash', 'below-wash']],
  ['below target, and what was refused', 'below', [...grounds, 'below-wash']],
  ['not rated', 'unrated', grounds],
  ['counts in a bar', 'on-fill-ink', ['above-fill', 'on-fill', 'below-fill']],
  ['counts in the striped part of a bar', 'improved-fill-ink', ['improved-fill', 'improved-stripe']],
];

const graphics: Pairs = [
  ['edges of what can be operated', 'control-line', grounds],
  ['the ring of focus', 'focus', [...grounds, ...washes]],
  ['the ring of focus and the line under the present part in the header', 'band-mark', ['band']],
  ['bars: above target', 'above-fill', ['ground']],
  ['bars: on target', 'on-fill', ['ground']],
  ['bars: improved', 'improved-fill', ['ground']],
  ['bars: below target; cells that were refused', 'below-fill', ['ground', 'below-wash']],
  ['bars: not rated', 'unrated-line', ['ground']],
  ['lines and points of charts', 'accent', ['ground']],
  ['targets in charts', 'ink', ['ground']],
  ['axes of charts', 'chart-axis', ['ground']],
];

type Pair = { readonly use: string; readonly front: string; readonly back: string };
const pairsOf = (rows: Pairs): Pair[] =>
  rows.flatMap(([use, front, backs]) => backs.map((back) => ({ use, front, back })));

const tooFaint = (colors: Map<string, string>, { front, back }: Pair, least: number): boolean => {
  const of = (name: string): string => {
    const color = colors.get(name);
    if (color === undefined) throw new Error(`--${name} is not a color of this theme`);
    return color;
  };
  return contrast(of(front), of(back)) < least;
};

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colors = colorsOf(theme);

  test.each(pairsOf(texts))('$use: $front can be read on $back', (pair) => {
    expect(tooFaint(colors, pair, 4.5)).toBe(false);
  });

  test.each(pairsOf(graphics))('$use: $front can be seen on $back', (pair) => {
    expect(tooFaint(colors, pair, 3)).toBe(false);
  });

  test('a pair that is too faint is found', () => {
    const planted = new Map([...colors, ['planted', colors.get('line') ?? '']]);
    expect(tooFaint(planted, { use: 'planted', front: 'planted', back: 'ground' }, 3)).toBe(true);
    expect(tooFaint(planted, { use: 'planted', front: 'planted', back: 'ground' }, 4.5)).toBe(true);
  });

  test('both themes name the same tokens', () => {
    expect([...colors.keys()]).toEqual([...colorsOf('light').keys()]);
  });
});
