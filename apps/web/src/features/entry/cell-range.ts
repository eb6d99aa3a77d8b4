import type { Place, Sheet } from './grid-moves.ts';

/** A rectangle of cells, as positions in the sheet, its edges included. */
export type CellRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** The rectangle between two of its corners; null where a corner is not on screen. */
export const rangeBetween = (a: Place | null, b: Place | null, { codes, columns }: Sheet): CellRange | null => {
  if (a === null || b === null) return null;
  const rows = [codes.indexOf(a.code), codes.indexOf(b.code)];
  const across = [columns.indexOf(a.column), columns.indexOf(b.column)];
  if (Math.min(...rows, ...across) < 0) return null;
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...across), right: Math.max(...across) };
};

export const sizeOf = ({ top, bottom, left, right }: CellRange): number => (bottom - top + 1) * (right - left + 1);

/** The cells of a rectangle, row by row. */
export const placesIn = ({ top, bottom, left, right }: CellRange, { codes, columns }: Sheet): Place[][] =>
  codes.slice(top, bottom + 1).map((code) => columns.slice(left, right + 1).map((column): Place => ({ code, column })));

/** Everything that takes entries, for whoever wants all of it. */
export const wholeOf = ({ codes, columns }: Sheet): readonly [Place, Place] | null => {
  const first = columns.findIndex((column) => column.startsWith('target'));
  const last = columns.findLastIndex((column) => column.startsWith('value'));
  const [topCode, bottomCode, left, right] = [codes[0], codes.at(-1), columns[first], columns[last]];
  if (topCode === undefined || bottomCode === undefined || left === undefined || right === undefined) return null;
  return [
    { code: topCode, column: left },
    { code: bottomCode, column: right },
  ];
};
