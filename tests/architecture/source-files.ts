import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Import = { readonly from: string; readonly typeOnly: boolean };
export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };

const ignored = ['node_modules', 'dist', '.cache', '.git', 'data', 'test-results'];

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (ignored.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'/g;
const bare = /(?:^|\n)\s*import\s*'([^']+)'/g;
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g;

export const importsOf = (text: string): Import[] => [
  ...[...text.matchAll(statement)].map((match) => ({ from: match[2] ?? '', typeOnly: match[1] !== undefined })),
  ...[...text.matchAll(bare)].map((match) => ({ from: match[1] ?? '', typeOnly: false })),
  ...[...text.matchAll(dynamic)].map((match) => ({ from: match[1] ?? '', typeOnly: false })),
];

export const sourceFile = (path: string, text: string): SourceFile => ({ path, text, imports: importsOf(text) });

/** Every TypeScript file of the project, by its path from the root. */
export const readSourceFiles = (): SourceFile[] =>
  ['apps', 'packages', 'db', 'tests'].flatMap((folder) =>
    filesUnder(join(root, folder))
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => sourceFile(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))),
  );
