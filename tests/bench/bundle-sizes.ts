import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../../apps/web/dist/', import.meta.url));

/** The scripts that the first screen needs before any chart: the entry, and what it imports at once. */
const firstScripts = (): string[] => {
  const page = readFileSync(`${folder}index.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(folder + file, 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(`assets/${next}`);
  };
  for (const file of named) follow(file);
  return [...seen];
};

/** In kB (1,000 bytes), as they are sent. */
export const bundleSizes = () => {
  const scripts = firstScripts().map((file) => readFileSync(folder + file));
  const styles = readdirSync(`${folder}assets`).filter((file) => file.endsWith('.css'));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0) / 1000;
  return {
    gzip: sum(scripts.map((script) => gzipSync(script, { level: 9 }).length)),
    brotli: sum(scripts.map((script) => brotliCompressSync(script).length)),
    css: sum(styles.map((file) => gzipSync(readFileSync(`${folder}assets/${file}`), { level: 9 }).length)),
  };
};
