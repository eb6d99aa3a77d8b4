import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}/docs/security/cryptography.md`, 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| '));

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'packages', 'db'], {
  cwd: root,
  encoding: 'utf8',
});
const sources = tracked
  .split('\n')
  .filter(
    (path) => /\/src\/.*\.tsx?$/.test(path) && existsSync(`${root}/${path}`) && !/\.test\.tsx?$|\/testing\//.test(path),
  )
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));

/** What code says, and what the page calls it. */
const algorithms: readonly (readonly [RegExp, RegExp])[] = [
  [/createHash\('sha256'/, /SHA-256/],
  [/createHash\('sha1'/, /^\| SHA-1 /],
  [/createHmac\('sha1'/, /HMAC-SHA-1/],
  [/'aes-256-gcm'/, /AES-256-GCM/],
  [/hkdfSync\('sha256'/, /HKDF-SHA-256/],
  [/argon2/, /argon2id/],
  [/randomBytes\(/, /random bits/],
  [/timingSafeEqual\(/, /comparison in the same time/],
];

it('names every place of the code that hashes, seals or draws from chance, with its algorithm', () => {
  const used = sources.flatMap(({ path, text }) =>
    algorithms
      .filter(([code]) => code.test(text.replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')))
      .map(([, name]) => ({ path, name })),
  );
  expect(used.length).toBeGreaterThan(15);
  const lacking = used.filter(
    ({ path, name }) =>
      !rows.some(
        (row) => name.test(row) && [...row.matchAll(/`([^`]+\.ts)`/g)].some(([, file = '']) => path.endsWith(file)),
      ),
  );
  expect(lacking).toEqual([]);
});

it('knows every algorithm that the code names', () => {
  const named = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:create(?:Hash|Hmac|Cipheriv)|hkdfSync|pbkdf2|scrypt)\w*\(\s*'([^']+)'/g)].map(([, name]) => ({
      path,
      name,
    })),
  );
  expect(named.filter(({ name }) => !['sha256', 'sha1', 'aes-256-gcm'].includes(name ?? ''))).toEqual([]);
});

it('names no place that is not there', () => {
  const files = [...page.matchAll(/`([^`]+\.ts)`/g)].map(([, file = '']) => file);
  expect(files.filter((file) => !sources.some(({ path }) => path.endsWith(`/${file}`)))).toEqual([]);
});
