import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queries } from '../database.ts';

/** Rows a statement: few enough for SQLite's limit of parameters, many enough to be quick. */
const batch = 200;

export const insertRows = async <Table extends SQLiteTable>(
  queries: Queries,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> => {
  for (let start = 0; start < rows.length; start += batch) {
    await queries.insert(table).values(rows.slice(start, start + batch));
  }
};
