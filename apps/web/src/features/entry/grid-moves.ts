export const fields = ['target', 'value'] as const;
export type Field = (typeof fields)[number];

/** A column of the grid. Where all years stand side by side, the columns for entries carry their year. */
export type Column = 'select' | 'indicator' | 'previous' | Field | `${Field}-${number}` | 'rating' | 'state';

/** One cell: its indicator and its column. */
export type Place = { readonly code: string; readonly column: Column };

/** The cells on screen: the codes of the rows from the top, the columns from the left. */
export type Sheet = { readonly codes: readonly string[]; readonly columns: readonly Column[] };

export const columnsOfYear: readonly Column[] = [
  'select',
  'indicator',
  'previous',
  'target',
  'value',
  'rating',
  'state',
];

export const columnsOfYears = (years: readonly number[]): readonly Column[] => [
  'indicator',
  ...years.flatMap((year) => fields.map((field) => `${field}-${year}` as const)),
];

export const columnOf = (field: Field, year: number, sheet: Sheet): Column =>
  sheet.columns.includes(field) ? field : `${field}-${year}`;

/** What a column takes entries for; null where it takes none. `year` null: the year of the grid. */
export const fieldOf = (column: Column): { readonly field: Field; readonly year: number | null } | null => {
  const [name, year] = column.split('-');
  const field = fields.find((each) => each === name);
  return field === undefined ? null : { field, year: year === undefined ? null : Number(year) };
};

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
export const moveFrom = ({ code, column }: Place, key: string, withControl: boolean, sheet: Sheet): Place | null => {
  const { codes, columns } = sheet;
  const step = stepOf(key, withControl);
  const nextCode = step && codes[clamp(codes.indexOf(code) + step.rows, codes.length)];
  const nextColumn = step && columns[clamp(columns.indexOf(column) + step.columns, columns.length)];
  return nextCode && nextColumn ? { code: nextCode, column: nextColumn } : null;
};

/** The cell for entries before or after this one, row by row; null at the ends, where Tab leaves the grid. */
export const nextField = ({ code, column }: Place, backwards: boolean, { codes, columns }: Sheet): Place | null => {
  const own = columns.filter((each) => fieldOf(each) !== null);
  const here = columns.indexOf(column);
  const row = codes.indexOf(code);
  const inRow = backwards
    ? own.findLast((each) => columns.indexOf(each) < here)
    : own.find((each) => columns.indexOf(each) > here);
  if (inRow !== undefined) return { code, column: inRow };
  const next = codes[row + (backwards ? -1 : 1)];
  const edge = backwards ? own.at(-1) : own[0];
  return next === undefined || edge === undefined ? null : { code: next, column: edge };
};

/** A key that begins an entry by being its first letter. */
export const isTyping = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>) =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
