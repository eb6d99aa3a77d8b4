// Joins the server's own TypeScript into one file, so that it starts without a translator and keeps its memory small.
// Packages stay where they are installed: they are imported by their relative path.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'apps/api/dist');
const fromBuilt = (file) => relative(folder, file).replaceAll('\\', '/');

const installedPackages = {
  name: 'installed-packages',
  setup: ({ onResolve, resolve: find }) => {
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, kind, resolveDir, importer }) => {
      if (pluginData?.seen || kind === 'entry-point' || path.startsWith('@fbs/') || path.startsWith('node:'))
        return undefined;
      const found = await find(path, { kind, resolveDir, importer, pluginData: { seen: true } });
      if (found.errors.length > 0 || !found.path.includes('node_modules')) return found;
      return { path: fromBuilt(found.path), external: true };
    });
  },
};

/** What `npm run` starts at the console. */
const programs = ['verify', 'back-up', 'restore', 'export', 'import-strategy', 'let-in'];

/** The threads that make papers, write records, and read spreadsheets and strategies are built beside the server. */
const workerFolders = {
  'export-worker': 'packages/documents/src',
  'record-worker': 'apps/api/src/features/exports',
  'import-worker': 'apps/api/src/features/imports',
  'strategy-file-worker': 'packages/documents/src',
};
const workers = Object.keys(workerFolders);
const sourceOf = (worker) => `new URL('./${worker}.ts', import.meta.url)`;
const builtOf = (worker) => `new URL('./${worker}.js', import.meta.url)`;

/** A file that looks for another beside itself still finds it from where it was built to. */
const ownPlaces = {
  name: 'own-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const place = `new URL(${JSON.stringify(fromBuilt(path))}, import.meta.url).href`;
      let text = await readFile(path, 'utf8');
      for (const worker of workers) text = text.replace(sourceOf(worker), `PLACE_OF_${worker}`);
      text = text.replaceAll('import.meta.url', place);
      for (const worker of workers) text = text.replace(`PLACE_OF_${worker}`, builtOf(worker));
      return { contents: text, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

await build({
  entryPoints: {
    server: join(root, 'apps/api/src/server.ts'),
    ...Object.fromEntries(programs.map((program) => [program, join(root, `apps/api/src/${program}.ts`)])),
    ...Object.fromEntries(workers.map((worker) => [worker, join(root, workerFolders[worker], `${worker}.ts`)])),
  },
  outdir: folder,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // as Node itself finds packages: files that are meant for bundlers alone do not run where they are installed
  conditions: [],
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [installedPackages, ownPlaces],
});
