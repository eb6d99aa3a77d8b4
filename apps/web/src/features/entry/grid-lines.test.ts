import { expect, test } from 'vitest';
import { type Line, linesOf, type Piece, piecesOf, rangeBetweenHeights } from './grid-lines.ts';

const group = (code: string, count: number) => ({
  objective: { code },
  rows: Array.from({ length: count }, (_, at) => ({ code: `${code}-${at}` })),
});
const heightOf = ({ isHead }: Line): number => (isHead ? 33 : 45);
const none = () => false;

const heightsOf = (pieces: readonly Piece[], lines: readonly Line[]): number =>
  pieces.reduce((sum, piece) => {
    if ('height' in piece) return sum + piece.height;
    const line = lines[piece.at];
    return sum + (line === undefined ? 0 : heightOf(line));
  }, 0);

test('a row in the window brings its objective with it; what is not drawn leaves a gap of its height', () => {
  const lines = linesOf([group('1.1', 2), group('1.2', 3), group('2.1', 1)]);
  expect(piecesOf(lines, { from: 4, to: 5 }, none, heightOf)).toEqual([
    [{ gapFrom: 0, height: 33 + 2 * 45 }],
    [{ at: 3 }, { at: 4 }, { gapFrom: 5, height: 2 * 45 }],
    [{ gapFrom: 7, height: 33 + 45 }],
  ]);
});

test('the cell with the focus is drawn wherever the window is', () => {
  const lines = linesOf([group('1.1', 20), group('1.2', 20)]);
  const [first, second] = piecesOf(lines, { from: 0, to: 8 }, (key) => key === '1.2-10', heightOf);
  expect(first?.length).toBe(9);
  expect(second).toEqual([{ at: 21 }, { gapFrom: 22, height: 450 }, { at: 32 }, { gapFrom: 33, height: 9 * 45 }]);
});

test('the window holds every line that it touches, and never a line that there is not', () => {
  const lines = linesOf([group('1.1', 100)]);
  expect(rangeBetweenHeights(lines, heightOf, -500, 100)).toEqual({ from: 0, to: 8 });
  expect(rangeBetweenHeights(lines, heightOf, 33 + 45 * 16, 33 + 45 * 17)).toEqual({ from: 16, to: 24 });
  expect(rangeBetweenHeights(lines, heightOf, 1e6, 2e6)).toEqual({ from: 96, to: 101 });
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
