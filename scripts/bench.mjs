// npm run bench: what the product's speed is held to, measured as ratios in one run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, requireWritableFolder, root, serverOptions } from './prepare.mjs';

requireNode();
requireWritableFolder();
await install();
await build();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tests/bench/bench.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SERVER_OPTIONS: serverOptions.join(' ') },
});
process.exit(status ?? 1);
