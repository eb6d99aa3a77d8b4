import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const textOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../seed/${name}`, import.meta.url)), 'utf8');

/** A data file of db/seed. Its shape is the caller's claim; the seed's tests hold it. */
export const readSeedJson = <T>(name: string): T => JSON.parse(textOf(name)) as T;

/** The rows of a table of db/seed, by the columns of its first line; an empty cell is an empty text. */
export const readSeedTable = <Column extends string>(name: string): Record<Column, string>[] =>
  parse(textOf(name), { columns: true, skip_empty_lines: true }) as Record<Column, string>[];

/** An empty cell says that there is nothing. */
export const orNull = (cell: string): string | null => (cell === '' ? null : cell);
