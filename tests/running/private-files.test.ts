import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { program, root } from '../servers/programs.ts';
import { startServer } from '../servers/start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-private-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whatever below the folder others than its owner may read or write. */
const openToOthers = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => (statSync(join(folder, path)).mode & 0o077) !== 0,
  );

const run = (name: 'back-up' | 'restore', args: readonly string[], file: string): string =>
  execFileSync(process.execPath, [...program(name), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FBS_MODE: 'production', FBS_DATABASE: file },
  });

it('writes the records, backups and what is restored for its own account alone, whatever the shell allows', async () => {
  const file = join(folder, 'office.db');
  const server = await startServer({ file, environment: { FBS_MODE: 'production' }, limits: 'umask 022' });
  expect(readdirSync(folder)).toContain('office.db-wal');
  expect(openToOthers()).toEqual([]);
  const saved = /Saved (.+)/.exec(run('back-up', ['--to', join(folder, 'backups')], file))?.[1] ?? '';
  await server.end('SIGTERM');
  run('restore', ['--from', saved], file);
  expect(readdirSync(folder).some((name) => name.includes('before-restore'))).toBe(true);
  expect(openToOthers()).toEqual([]);
}, 60_000);
