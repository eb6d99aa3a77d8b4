import { expect, test } from 'vitest';
import { type Line, linesOf, type Piece, piecesOf, rangeBetweenHeights } from './grid-lines.ts';

const group = (code: string, count: number) => ({
  objective: { code, goal: code.split('.')[0] ?? code },
  rows: Array.from({ length: count }, (_, at) => ({ code: `${code}-${at}` })),
});
const heights = { goal: 41, objective: 33, row: 45 };
const heightOf = ({ kind }: Line): number => heights[kind];
const none = () => false;

const heightsOf = (pieces: readonly Piece[], lines: readonly Line[]): number =>
  pieces.reduce((sum, piece) => {
    if ('height' in piece) return sum + piece.height;
    const line = lines[piece.at];
    return sum + (line === undefined ? 0 : heightOf(line));
  }, 0);

test('a row in the window brings its objective with it; what is not drawn leaves a gap of its height', () => {
  const lines = linesOf([group('1.1', 2), group('1.2', 3), group('2.1', 1)]);
  expect(piecesOf(lines, { from: 5, to: 6 }, none, heightOf)).toEqual([
    [{ gapFrom: 0, height: 41 }],
    [{ gapFrom: 1, height: 33 + 2 * 45 }],
    [{ at: 4 }, { at: 5 }, { gapFrom: 6, height: 2 * 45 }],
    [{ gapFrom: 8, height: 41 }],
    [{ gapFrom: 9, height: 33 + 45 }],
  ]);
});

test('each goal has a heading of its own before its first objective, and every line knows its place', () => {
  const lines = linesOf([group('1.1', 1), group('1.2', 2), group('2.1', 1)]);
  expect(lines.map(({ key, group: part, at }) => [key, part, at])).toEqual([
    ['goal 1', 0, 0],
    ['objective 1.1', 1, 0],
    ['1.1-0', 1, 0],
    ['objective 1.2', 2, 1],
    ['1.2-0', 2, 1],
    ['1.2-1', 2, 2],
    ['goal 2', 3, 2],
    ['objective 2.1', 4, 2],
    ['2.1-0', 4, 3],
  ]);
});

test('the cell with the focus is drawn wherever the window is', () => {
  const lines = linesOf([group('1.1', 20), group('1.2', 20)]);
  const [goal, first, second] = piecesOf(lines, { from: 0, to: 8 }, (key) => key === '1.2-10', heightOf);
  expect(goal).toEqual([{ at: 0 }]);
  expect(first?.length).toBe(8);
  expect(second).toEqual([{ at: 22 }, { gapFrom: 23, height: 450 }, { at: 33 }, { gapFrom: 34, height: 9 * 45 }]);
});

test('the window holds every line that it touches, and never a line that there is not', () => {
  const lines = linesOf([group('1.1', 100)]);
  expect(rangeBetweenHeights(lines, heightOf, -500, 100)).toEqual({ from: 0, to: 8 });
  expect(rangeBetweenHeights(lines, heightOf, 74 + 45 * 16, 74 + 45 * 17)).toEqual({ from: 16, to: 24 });
  expect(rangeBetweenHeights(lines, heightOf, 1e6, 2e6)).toEqual({ from: 96, to: 102 });
  expect(rangeBetweenHeights([], heightOf, 0, 100)).toEqual({ from: 0, to: 0 });
});

test('whatever is drawn, the grid is as high as all of its lines, and each stands once', () => {
  const lines = linesOf([0, 1, 7, 0, 12, 3].map((count, at) => group(`${at}`, count)));
  const whole = lines.reduce((sum, line) => sum + heightOf(line), 0);
  for (let from = 0; from < lines.length; from += 1) {
    for (const [length, kept] of [0, 1, 2, 5, 9, 40].flatMap((each) => lines.map(({ key }) => [each, key] as const))) {
      const pieces = piecesOf(lines, { from, to: from + length }, (key) => key === kept, heightOf).flat();
      expect(heightsOf(pieces, lines)).toBe(whole);
      const drawn = pieces.flatMap((piece) => ('at' in piece ? [piece.at] : []));
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      expect(drawn).toContain(lines.findIndex(({ key }) => key === kept));
      for (let at = from; at < Math.min(from + length, lines.length); at += 1) expect(drawn).toContain(at);
    }
  }
});
