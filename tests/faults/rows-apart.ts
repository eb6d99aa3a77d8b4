import Sqlite from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

const tablesIn = (raw: Sqlite.Database): string[] =>
  raw
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%' order by name",
    )
    .pluck()
    .all() as string[];

const rowsIn = (raw: Sqlite.Database, table: string): Row[] =>
  raw.prepare(`select * from "${table}" order by rowid`).all() as Row[];

/** How many rows each table has. */
export const countsOf = (file: string): ReadonlyMap<string, number> => {
  const raw = new Sqlite(file, { readonly: true });
  const counts = new Map(tablesIn(raw).map((table) => [table, rowsIn(raw, table).length]));
  raw.close();
  return counts;
};

type Follows = (row: Row, later: Row) => boolean;

/** The tables whose rows are written over, and how a row may have gone on; every other one only grows. */
const writtenOver: Readonly<Record<string, Follows>> = {
  counters: (row, later) => row.name === later.name && Number(row.value) < Number(later.value),
  indicator_values: (row, later) => row.id === later.id && Number(row.version) < Number(later.version),
  // a restore ends them
  sessions: (row, later) => JSON.stringify({ ...row, ended_at: null }) === JSON.stringify(later),
};

const isSame = (table: string, row: Row, later: Row | undefined): boolean =>
  later !== undefined && (JSON.stringify(row) === JSON.stringify(later) || writtenOver[table]?.(row, later) === true);

/** Compares a copy row by row with the file that went on without it: what is lost from the start, or differs. */
export const rowsApart = (copy: string, original: string, atLeast: ReadonlyMap<string, number>): string[] => {
  const [one, other] = [new Sqlite(copy, { readonly: true }), new Sqlite(original, { readonly: true })];
  const found = tablesIn(other).flatMap((table) => {
    const [rows, later] = [rowsIn(one, table), rowsIn(other, table)];
    const apart = rows.filter((row, index) => !isSame(table, row, later[index]));
    const lost = (atLeast.get(table) ?? 0) - rows.length;
    return [
      ...apart.map((row) => `${table} differs: ${JSON.stringify(row)}`),
      ...(lost > 0 ? [`${table} lost ${lost} rows`] : []),
    ];
  });
  one.close();
  other.close();
  return found;
};
