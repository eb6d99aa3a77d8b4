/** The columns of the grid, from the left. Those of `fields` take entries. */
export const columns = ['select', 'indicator', 'previous', 'target', 'value', 'rating', 'state'] as const;
export type Column = (typeof columns)[number];

export const fields = ['target', 'value'] as const;
export type Field = (typeof fields)[number];

export const isField = (column: Column): column is Field => (fields as readonly Column[]).includes(column);

/** One cell: its indicator and its column. */
export type Place = { readonly code: string; readonly column: Column };

const page = 10;

const clamp = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1);

type Step = { readonly rows: number; readonly columns: number };

const stepOf = (key: string, withControl: boolean): Step | null => {
  const far = Number.POSITIVE_INFINITY;
  switch (key) {
    case 'ArrowUp':
      return { rows: withControl ? -far : -1, columns: 0 };
    case 'ArrowDown':
      return { rows: withControl ? far : 1, columns: 0 };
    case 'ArrowLeft':
      return { rows: 0, columns: withControl ? -far : -1 };
    case 'ArrowRight':
      return { rows: 0, columns: withControl ? far : 1 };
    case 'PageUp':
      return { rows: -page, columns: 0 };
    case 'PageDown':
      return { rows: page, columns: 0 };
    case 'Home':
      return { rows: withControl ? -far : 0, columns: -far };
    case 'End':
      return { rows: withControl ? far : 0, columns: far };
    default:
      return null;
  }
};

/** Where a key leads from a cell; null where the key does not move. At the edges one stays. */
export const moveFrom = (
  { code, column }: Place,
  key: string,
  withControl: boolean,
  codes: readonly string[],
): Place | null => {
  const step = stepOf(key, withControl);
  const nextCode = step && codes[clamp(codes.indexOf(code) + step.rows, codes.length)];
  const nextColumn = step && columns[clamp(columns.indexOf(column) + step.columns, columns.length)];
  return nextCode && nextColumn ? { code: nextCode, column: nextColumn } : null;
};

/** The cell for entries before or after this one, row by row; null at the ends, where Tab leaves the grid. */
export const nextField = ({ code, column }: Place, backwards: boolean, codes: readonly string[]): Place | null => {
  const places = codes.flatMap((each) => fields.map((field) => ({ code: each, column: field })));
  const here = columns.indexOf(column);
  const row = codes.indexOf(code);
  const rank = (place: Place) => codes.indexOf(place.code) * columns.length + columns.indexOf(place.column);
  const own = row * columns.length + here;
  return (
    (backwards ? places.findLast((place) => rank(place) < own) : places.find((place) => rank(place) > own)) ?? null
  );
};

/** A key that begins an entry by being its first letter. */
export const isTyping = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>) =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
