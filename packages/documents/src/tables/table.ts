/** rich: a longer text with the signs of core's rich text; decimal: exact digits; day: "2020-12-31"; instant: UTC; yes_no: "true" or "false". */
export type CellKind = 'text' | 'rich' | 'integer' | 'decimal' | 'day' | 'instant' | 'yes_no';

/** What a cell holds, written as text; null: nothing stands there. */
export type Cell = string | null;

export type TableColumn = {
  readonly name: string;
  readonly title: string;
  readonly kind: CellKind;
  readonly description: string;
  readonly required: boolean;
  /** All that may stand in it, where that is a short list of words, each with how people read it. */
  readonly words: Readonly<Record<string, string>> | null;
};

export type ForeignKey = {
  readonly columns: readonly string[];
  readonly table: string;
  readonly of: readonly string[];
};

export const ofObjective: ForeignKey = { columns: ['objective'], table: 'objectives', of: ['objective'] };

/** One tidy table: a row says one thing, a column means one thing. */
export type Table = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly TableColumn[];
  readonly key: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly rows: readonly (readonly Cell[])[];
};

type Value = string | number | boolean | null;

/** A column with how its cell is taken from what a row stands for. */
export type ColumnOf<Row> = TableColumn & { readonly of: (row: Row) => Value };

type Options = { readonly required?: true; readonly words?: Readonly<Record<string, string>> };

export const column = <Row>(
  name: string,
  title: string,
  kind: CellKind,
  description: string,
  of: (row: Row) => Value,
  { required, words }: Options = {},
): ColumnOf<Row> => ({ name, title, kind, description, required: required ?? false, words: words ?? null, of });

export const needed = { required: true } as const;

const cellOf = (value: Value): Cell => (value === null || value === '' ? null : String(value));

type TableWords<Row> = Omit<Table, 'columns' | 'rows' | 'foreignKeys'> & {
  readonly columns: readonly ColumnOf<Row>[];
  readonly foreignKeys?: readonly ForeignKey[];
};

export const tableOf = <Row>(
  { columns, foreignKeys = [], ...words }: TableWords<Row>,
  rows: readonly Row[],
): Table => ({
  ...words,
  foreignKeys,
  columns: columns.map(({ of: _of, ...each }) => each),
  rows: rows.map((row) => columns.map(({ of }) => cellOf(of(row)))),
});
