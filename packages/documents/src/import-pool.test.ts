import { afterEach, expect, test } from 'vitest';
import { createImportPool, type ImportPool } from './import-pool.ts';

let pool: ImportPool;

afterEach(() => pool.close());

const bytes = () => new TextEncoder().encode('indicator,year,value\n2.2-A,2022,"1,234"');

test('a spreadsheet is read in a thread of its own, and several wait for one another', async () => {
  pool = createImportPool();
  const read = await Promise.all([pool.read(bytes()), pool.read(bytes())]);
  expect(read).toMatchObject([{ records: [{ row: 2 }] }, { records: [{ row: 2 }] }]);
}, 60_000);

test('a file that takes too long is refused in a sentence, and the next one is read', async () => {
  pool = createImportPool({ timeLimit: 1 });
  expect(await pool.read(bytes())).toEqual({ refused: expect.stringContaining('too much to read at once') });
  await pool.close();
  pool = createImportPool();
  expect(await pool.read(bytes())).toHaveProperty('records');
}, 60_000);

test('a file that takes too much memory is refused in a sentence', async () => {
  pool = createImportPool({ megabytes: 24 });
  const large = new TextEncoder().encode(`indicator,year,value\n${'"a",2022,1\n'.repeat(900_000)}`);
  expect(await pool.read(large)).toEqual({ refused: expect.stringContaining('too much to read at once') });
}, 60_000);

test('a closed pool reads nothing more', async () => {
  pool = createImportPool();
  await pool.close();
  await expect(pool.read(bytes())).rejects.toThrow('No more files are read');
});
