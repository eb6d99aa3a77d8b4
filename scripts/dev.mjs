// npm run dev: the server restarts and the screens reload as files change; screens at http://127.0.0.1:5173.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, requireNode, requireWritableFolder, root } from './prepare.mjs';

requireNode();
requireWritableFolder();
await install();

const environment = { ...process.env, FBS_MODE: process.env.FBS_MODE || 'evaluation' };
const run = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: environment });
const children = [
  run(join(root, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'apps/api/src/server.ts'),
  run(join(root, 'apps/web/node_modules/vite/bin/vite.js'), 'apps/web', '--host', '127.0.0.1'),
];
const end = (code) => {
  for (const child of children) child.kill();
  process.exit(code);
};
for (const child of children) child.on('exit', (code) => end(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));
