// What every command needs first: the right Node, the packages, the build. Plain Node, so that it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, '.cache');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lowest = manifest.engines.node.replace('>=', '');

export const say = (text) => console.log(text);

/** Ends with one sentence that says what to do. */
export const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

export const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = lowest.split('.').map(Number);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  stop(
    `This is Node ${process.versions.node}, and FBS Performance needs Node ${lowest} or newer: install a newer one from nodejs.org, then run the command again.`,
  );
};

export const requireWritableFolder = () => {
  try {
    accessSync(root, constants.W_OK);
    mkdirSync(cache, { recursive: true });
  } catch {
    stop(
      `The folder ${root} cannot be written: give this account write permission to it, or copy the project to a folder of your own.`,
    );
  }
};

/** Asked before the long work, so that nobody waits minutes to hear it. The server asks again. */
const requireFreePort = async (port, host) => {
  if (!/^\d{1,5}$/.test(port) || Number(port) === 0 || Number(port) > 65_535) return;
  const code = await new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error) => done(error.code));
    probe.listen(Number(port), host, () => probe.close(() => done(null)));
  });
  if (code === 'EADDRINUSE')
    stop(
      `Port ${port} is taken: stop the other program, or choose another port, for example PORT=${Number(port) + 1} npm start.`,
    );
};

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist', '.cache', 'data'].includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();

const hashOf = (files) => {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch} ${root}`);
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
};

const workspaceFolders = () => [
  ...['apps', 'packages'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name))),
  join(root, 'db'),
  join(root, 'tests'),
];

/** Does the work only where what it is made from has changed since. */
const whenChanged = async (stamp, hash, work) => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
};

/** Runs a command with its output in a file, says every 20 seconds that it still works, and shows the end of it if it fails. */
const runQuietly = (name, command, args, environment = {}) =>
  new Promise((done) => {
    const log = join(cache, `${name}.log`);
    const output = openSync(log, 'w');
    const began = Date.now();
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    });
    const seconds = () => Math.round((Date.now() - began) / 1000);
    const beat = setInterval(() => say(`  still working, ${seconds()} s`), 20_000);
    const fail = (why) => {
      clearInterval(beat);
      console.error(readFileSync(log, 'utf8').split('\n').slice(-30).join('\n'));
      stop(`${why} The whole output is in ${relative(root, log)}.`);
    };
    child.on('error', (error) => fail(`${command} could not be started (${error.message}).`));
    child.on('exit', (code) => {
      if (code !== 0)
        return fail(`"${name}" failed: look at the lines above; without a network nothing can be installed.`);
      clearInterval(beat);
      say(`  done in ${seconds()} s`);
      done();
    });
  });

/** Native packages are compiled against Node's own headers where they lie beside it: that needs no network. */
const headersOfNode = () => {
  const header = resolve(process.execPath, '../../include/node/node.h');
  return existsSync(header) ? { npm_config_nodedir: resolve(header, '../../..') } : {};
};

export const install = async () => {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((file) => join(root, file));
  files.push(...workspaceFolders().map((folder) => join(folder, 'package.json')));
  await whenChanged(join(root, 'node_modules/.fbs-installed'), hashOf(files), async () => {
    say('Installing packages. The first time the database library is compiled, which takes 2 to 3 minutes ...');
    await runQuietly(
      'install',
      'npx',
      ['--yes', manifest.packageManager, 'install', '--frozen-lockfile'],
      headersOfNode(),
    );
  });
};

/** The packages that a release runs with, in a folder that holds its manifests. */
export const installRelease = (folder) =>
  runQuietly(
    'install-release',
    'npx',
    [
      '--yes',
      manifest.packageManager,
      '--dir',
      folder,
      '--filter',
      '@fbs/api...',
      'install',
      '--prod',
      '--frozen-lockfile',
      '--prefer-offline',
    ],
    headersOfNode(),
  );

export const build = async () => {
  const sources = (...folders) =>
    folders.flatMap((folder) => filesUnder(join(root, folder))).filter((file) => !/\.(test|spec)\.tsx?$/.test(file));
  const always = [join(root, 'pnpm-lock.yaml'), join(root, 'tsconfig.json')];
  await whenChanged(
    join(root, 'apps/web/dist/.fbs-built'),
    hashOf([...sources('apps/web', 'packages/core', 'packages/contract', 'docs/guides'), ...always]),
    async () => {
      say('Building the screens ...');
      await runQuietly('build-screens', process.execPath, [
        join(root, 'apps/web/node_modules/vite/bin/vite.js'),
        'build',
        'apps/web',
        '--logLevel',
        'warn',
      ]);
    },
  );
  const server = [...sources('apps/api', 'packages', 'db'), ...always, join(root, 'scripts/build-server.mjs')];
  await whenChanged(join(root, 'apps/api/dist/.fbs-built'), hashOf(server), async () => {
    say('Building the server ...');
    await runQuietly('build-server', process.execPath, [join(root, 'scripts/build-server.mjs')]);
  });
};

/** A small nursery for young objects, and memory that grows in small steps: a third less of it under load. */
export const serverOptions = ['--max-semi-space-size=4', '--heap-growing-percent=20'];

/** All of `npm start` and `npm run serve`: what the machine needs, then the built server, which this process ends with. */
export const prepareAndServe = async (mode) => {
  requireNode();
  requireWritableFolder();
  await requireFreePort(process.env.PORT || '4000', process.env.HOST || '127.0.0.1');
  await install();
  await build();
  serve(mode);
};

const serve = (mode) => {
  const environment = { ...process.env, FBS_MODE: process.env.FBS_MODE || mode };
  const server = spawn(process.execPath, [...serverOptions, join(root, 'apps/api/dist/server.js')], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 1));
};

/** A command over the records: what the machine needs, then the built program, whose exit code is this process's. */
export const prepareAndRun = async (program, args = []) => {
  requireNode();
  requireWritableFolder();
  await install();
  await build();
  const { status } = spawnSync(process.execPath, [join(root, `apps/api/dist/${program}.js`), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
};
