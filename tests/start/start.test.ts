import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, seedDatabase } from '@fbs/db';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fbs-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Environment = Readonly<Record<string, string>>;

const run = (args: readonly string[], environment: Environment) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FBS_MODE: 'evaluation', HOST: '127.0.0.1', ...environment },
    timeout: 15_000,
  });
  return { status, said: stderr.trim(), printed: stdout.trim() };
};

/** What `npm start` runs; a data: module may change the surroundings first. */
const start = (environment: Environment, first?: string) =>
  run(
    [
      ...(first === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(first)}`]),
      'scripts/start.mjs',
    ],
    environment,
  );

const server = (environment: Environment) =>
  run(['--import', 'tsx', 'apps/api/src/server.ts'], { PORT: '0', FBS_DATABASE: join(folder, 'a.db'), ...environment });

/** One sentence on one line that ends the start with exit code 1. */
const expectSentence = ({ status, said }: { status: number | null; said: string }, words: RegExp): void => {
  expect(said).toMatch(words);
  expect(said.split('\n')).toHaveLength(1);
  expect(status).toBe(1);
};

describe('starting says in one sentence what is wrong and what to do', () => {
  it('when Node is too old', () => {
    const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } });";
    expectSentence(start({}, older), /This is Node 18\.19\.0, .*needs Node 20\.19 or newer: install/);
  });

  it('when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    expectSentence(start({ PORT: port }), /Port \d+ is taken: stop the other program, or choose another port/);
    expectSentence(server({ PORT: port }), /Port \d+ is taken/);
    await new Promise((done) => other.close(done));
  });

  it('when the project folder cannot be written', () => {
    // as root every folder can be written, so the answer of the system is what is changed
    const refusing =
      "import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; fs.accessSync = () => { throw new Error('EACCES'); }; syncBuiltinESMExports();";
    expectSentence(start({}, refusing), /cannot be written: give this account write permission/);
  });

  it('when the database cannot be written, is damaged, or comes from a newer version', async () => {
    const text = join(folder, 'letter.db');
    writeFileSync(text, 'Dear colleagues, this is no database. '.repeat(40));
    expectSentence(server({ FBS_DATABASE: text }), /not a sound database: restore a backup/);
    expectSentence(
      server({ FBS_DATABASE: join(text, 'inside.db') }),
      /cannot be written: give this account write permission/,
    );
    const newer = join(folder, 'newer.db');
    await openDatabase({ file: newer, synchronous: 'OFF' }).close();
    const raw = new Sqlite(newer);
    raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('future', 9_999_999_999_999);
    raw.close();
    expectSentence(
      server({ FBS_DATABASE: newer }),
      /written by a newer version of FBS Performance: start that version/,
    );
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT is "eighty": set it to a whole number/],
    [{ FBS_MODE: 'test' }, /FBS_MODE is "test": set it to evaluation or production/],
    [{ HOST: '0.0.0.0' }, /HOST is "0\.0\.0\.0": evaluation mode serves this machine alone/],
    [{ FBS_DATABASE: 'postgres://db/fbs' }, /FBS_DATABASE is "postgres:\/\/\.\.\.": set it to the path of a file/],
  ])('when the environment holds %o', (environment, words) => {
    expectSentence(server(environment as Environment), words);
  });
});

describe('verifying the records', () => {
  const verify = (file: string) => run(['--import', 'tsx', 'apps/api/src/verify.ts'], { FBS_DATABASE: file });

  it('says what was checked, and ends with 1 where something was changed past the product', async () => {
    const file = join(folder, 'records.db');
    const database = openDatabase({ file, synchronous: 'OFF', withinMs: 60_000 });
    await seedDatabase(database, 'production');
    await database.close();
    const sound = verify(file);
    expect(sound.printed).toMatch(
      /^Database file: 1 checked, all as recorded\nAudit entries: \d+ checked, all as recorded/,
    );
    expect(sound.status).toBe(0);
    const raw = new Sqlite(file);
    raw.exec("drop trigger audit_entries_no_update; update audit_entries set action = 'nothing happened'");
    raw.close();
    const mended = verify(file);
    expect(mended.printed).toMatch(/Entry 1 \(nothing happened, .*\) was changed/);
    expect(mended.printed).toMatch(/and \d+ more/);
    expect(mended.status).toBe(1);
  });

  it('asks for the right address where there is no database', () => {
    expectSentence(verify(join(folder, 'none.db')), /There is no database at .*: set FBS_DATABASE/);
  });
});
