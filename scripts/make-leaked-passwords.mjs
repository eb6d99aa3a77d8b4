// node scripts/make-leaked-passwords.mjs list.txt: what apps/api/src/accounts/leaked-passwords.ts looks up, of a list of
// leaked passwords, one a line. Only those that are long enough to be chosen here are kept, and of each five bytes of its
// SHA-256: enough to know it again, and nobody has to read them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [list] = process.argv.slice(2);
if (list === undefined) throw new Error('Name a file of passwords, one a line.');
const least = 12;
const passwords = readFileSync(list, 'utf8')
  .split(/\r?\n/)
  .map((line) => line.normalize('NFKC').toLowerCase())
  .filter((line) => [...line].length >= least);
const marks = new Set(
  passwords.map((each) => createHash('sha256').update(each).digest().subarray(0, 5).toString('hex')),
);
const place = fileURLToPath(new URL('../apps/api/src/accounts/leaked-passwords.bin', import.meta.url));
writeFileSync(place, Buffer.from([...marks].sort().join(''), 'hex'));
process.stdout.write(`${marks.size} passwords of at least ${least} characters\n`);
