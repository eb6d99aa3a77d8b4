// npm run release: what a server needs to run, and nothing else, in the folder "release": built programs and screens,
// the files that they read, and their packages. It can be copied to wherever the same system and Node run.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, installRelease, requireNode, requireWritableFolder, root, say } from './prepare.mjs';

const release = join(root, 'release');

/** Sources are in the built programs already, and packages are put in their place below. */
const isNeeded = (path) => !/(^|[\\/])(node_modules|testing)$|\.tsx?$/.test(path);

requireNode();
requireWritableFolder();
await install();
await build();
rmSync(release, { recursive: true, force: true });
const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name));
const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'LICENSE', 'CHANGELOG.md'];
for (const path of [...files, 'apps/api', 'apps/web/package.json', 'apps/web/dist', 'db', ...packages]) {
  cpSync(join(root, path), join(release, path), { recursive: true, filter: isNeeded });
}
say('Installing the packages of the release ...');
await installRelease(release);
say(`The release is in ${release}: start it with node apps/api/dist/server.js.`);
