import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp, overviewMaker, prepareDatabase, type Service, systemClock } from '@fbs/api';
import { breakdownRepository, type Database, openDatabase, valueRepository } from '@fbs/db';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import { bundleSizes } from './bundle-sizes.ts';
import { measureExports } from './export-speed.ts';
import { measureImport } from './import-speed.ts';
import { measureScreens, type Serve } from './screen-speed.ts';
import { measureSearch } from './search-speed.ts';

const rounds = 5;
const strategy = 'fbs-2018-2022';
const overview = `/api/strategies/${strategy}/overview?year=2022`;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Line = { readonly what: string; readonly measured: string; readonly wanted: string; readonly met: boolean };
const lines: Line[] = [];
const note = (what: string, measured: string, wanted: string, met: boolean): void => {
  lines.push({ what, measured, wanted, met });
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (wanted: ${wanted})`);
};

const noExports: Service['exports'] = {
  make: () => Promise.reject(new Error('not in this bench')),
  makeYears: () => Promise.reject(new Error('no papers here')),
  outline: () => Promise.reject(new Error('not in this bench')),
  trySeal: () => Promise.reject(new Error('not in this bench')),
  close: async () => {},
};

const noRecords: Service['records'] = {
  make: () => Promise.reject(new Error('not in this bench')),
  close: async () => {},
};

const noFiles: Service['files'] = {
  keep: () => Promise.reject(new Error('not in this bench')),
  read: () => Promise.reject(new Error('not in this bench')),
};

const noSpreadsheets: Service['spreadsheets'] = {
  run: () => Promise.reject(new Error('not in this bench')),
  start: () => {
    throw new Error('not in this bench');
  },
  find: () => undefined,
  listReading: () => [],
  finish: async () => {},
  close: async () => {},
};

const noPasswords: Service['passwords'] = {
  hash: () => Promise.reject(new Error('not in this bench')),
  matches: () => Promise.reject(new Error('not in this bench')),
};

const requestsPerSecond = async (url: string, headers: Record<string, string> = {}): Promise<number> => {
  const result = await autocannon({ url, headers, connections: 20, duration: 3 });
  if (result.errors + result.timeouts > 0 || result.requests.total === 0)
    throw new Error(`the load on ${url} met errors`);
  return result.requests.total / result.duration;
};

const serviceOver = (database: Database): Service => ({
  database,
  mode: 'evaluation',
  version: 'bench',
  clock: systemClock(),
  exports: noExports,
  records: noRecords,
  spreadsheets: noSpreadsheets,
  mailer: null,
  files: noFiles,
  sessions: { idleMinutes: 30, hours: 12, most: 10, proofMinutes: 15 },
  publicUrl: null,
  singleSignOn: null,
  accounts: { local: true, invitationDays: 7, secondFactorRequired: false },
  passwords: noPasswords,
});

/** The overview beside a bare route that sends a buffer of the same size; both in this process, in turns. */
const measureRequests = async (database: Database): Promise<void> => {
  const app = await buildApp(serviceOver(database));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'viewer' }),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const first = await fetch(address + overview, { headers: { cookie } });
  const body = Buffer.from(await first.arrayBuffer());
  const etag = first.headers.get('etag') ?? '';
  const bare = Fastify();
  bare.get('/bytes', (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
  bare.get('/unchanged', (_request, reply) => reply.code(304).send());
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 });
  const rates = { bytes: [] as number[], overview: [] as number[], unchanged: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    rates.bytes.push(await requestsPerSecond(`${bareAddress}/bytes`, { cookie }));
    rates.overview.push(await requestsPerSecond(address + overview, { cookie }));
    rates.unchanged.push(await requestsPerSecond(address + overview, { cookie, 'if-none-match': etag }));
  }
  const [bytes, whole, unchanged] = [median(rates.bytes), median(rates.overview), median(rates.unchanged)];
  const show = (rate: number): string =>
    `${(rate / bytes).toFixed(2)} of a bare route of ${body.length} bytes (${Math.round(rate)} of ${Math.round(bytes)} requests/s)`;
  note('overview, signed in', show(whole), 'at least 0.6', whole / bytes >= 0.6);
  note('overview, 304', show(unchanged), 'at least 0.9', unchanged / bytes >= 0.9);
  await app.close();
  await bare.close();
};

/** CPU of one overview after one figure has changed, in milliseconds; the median of rounds of 100. */
const costOfOverview = async (database: Database): Promise<number> => {
  const make = overviewMaker();
  const moment = { asOf: null, until: null, today: new Date().toISOString().slice(0, 10) };
  const indicator = `${strategy}/indicator/5.2-D`;
  let next = 1000;
  const change = (): Promise<void> =>
    database.write(async (queries) => {
      const row = await valueRepository.findValue(queries, indicator, 2022);
      if (row === undefined) throw new Error('the bench changes a value that is not there');
      const { version, ...rest } = row;
      next += 1;
      await valueRepository.saveVintage(queries, version, {
        ...rest,
        value: String(next),
        action: 'restated',
        reason: 'bench',
        at: new Date().toISOString(),
      });
    });
  const round = async (times: number): Promise<number> => {
    let used = 0;
    for (let time = 0; time < times; time += 1) {
      await change();
      const before = process.cpuUsage();
      await database.read((queries) => make(queries, { strategy, year: 2022 }, moment));
      const { user, system } = process.cpuUsage(before);
      used += user + system;
    }
    return used / times / 1000;
  };
  await round(400);
  const costs: number[] = [];
  for (let each = 0; each < rounds; each += 1) costs.push(await round(100));
  return median(costs);
};

const breakdownRowsWanted = 2_000_000;

/** Gives values large breakdowns, through the repository, until two million rows stand behind them. */
const addBreakdownRows = async (database: Database): Promise<void> => {
  const perBreakdown = 20_000;
  const rows = Array.from({ length: perBreakdown }, (_, index) => ({
    dimension: 'place',
    category: `place ${index}`,
    value: '1',
  }));
  for (let added = 0; added < breakdownRowsWanted; added += perBreakdown) {
    await database.write((queries) =>
      breakdownRepository.addBreakdown(queries, {
        id: `bench-${added}`,
        indicatorId: `${strategy}/indicator/${['1.2-A', '2.1-A', '1.2-D', '2.2-A'][(added / perBreakdown) % 4]}`,
        year: 2018 + ((added / perBreakdown) % 5),
        personId: 'planner',
        at: new Date().toISOString(),
        rows,
      }),
    );
  }
};

const measureCost = async (database: Database): Promise<void> => {
  const few = await costOfOverview(database);
  note('overview worked out anew', `${few.toFixed(2)} ms CPU`, 'at most 1 ms', few <= 1);
  await addBreakdownRows(database);
  const many = await costOfOverview(database);
  note(
    'the same with 2,000,000 breakdown rows',
    `${(many / few).toFixed(2)} times (${many.toFixed(2)} ms)`,
    'at most 1.3 times',
    many / few <= 1.3,
  );
};

const server = fileURLToPath(new URL('../../apps/api/dist/server.js', import.meta.url));

const memoryOf = (child: ChildProcess): number => {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};

const startServer = (file: string): Promise<{ child: ChildProcess; address: string; ms: number }> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [...(process.env.SERVER_OPTIONS ?? '').split(' '), server], {
      env: { ...process.env, PORT: '0', FBS_DATABASE: file, FBS_MODE: 'evaluation' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', () => reject(new Error('the server ended')));
    child.stdout?.on('data', async (data: Buffer) => {
      const address = /answers at (http:\/\/\S+)/.exec(data.toString())?.[1];
      if (address === undefined) return;
      await fetch(`${address}/api/health`);
      resolve({ child, address, ms: performance.now() - began });
    });
  });

const stopServer = async ({ child }: { readonly child: ChildProcess }): Promise<void> => {
  const ended = new Promise((done) => child.once('exit', done));
  child.removeAllListeners('exit');
  child.once('exit', () => {});
  child.kill();
  await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
};

/** The server process as it ships: how soon it answers, and the most memory it took under the load of the overview. */
const measureProcess = async (file: string): Promise<void> => {
  const times: number[] = [];
  const memories: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { child, address, ms } = await startServer(file);
    const signedIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"persona":"viewer"}',
    });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await requestsPerSecond(address + overview, { cookie });
    times.push(ms);
    memories.push(memoryOf(child));
    await stopServer({ child });
  }
  note('server process answers after', `${Math.round(median(times))} ms`, 'within 1,500 ms', median(times) <= 1500);
  note(
    'its memory under that load, at most',
    `${Math.round(median(memories))} MB`,
    'under 150 MB',
    median(memories) < 150,
  );
};

const measureBundle = (): void => {
  const { gzip, brotli, css } = bundleSizes();
  note('JavaScript before the charts, gzip', `${gzip.toFixed(1)} kB`, 'at most 115 kB', gzip <= 115);
  note('the same, brotli', `${brotli.toFixed(1)} kB`, 'at most 100 kB', brotli <= 100);
  note('style sheets, gzip', `${css.toFixed(1)} kB`, 'at most 30 kB', css <= 30);
};

const serveScreens =
  (database: Database): Serve =>
  async (webFolder) => {
    const app = await buildApp(serviceOver(database), { webFolder });
    return { address: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
  };

const serveAlone = async (database: Database) => {
  const app = await buildApp(serviceOver(database));
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
};

const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'fbs-bench-'));
  const file = join(folder, 'bench.db');
  const database = openDatabase({ file, withinMs: 60_000 });
  await prepareDatabase(database, 'evaluation');
  measureBundle();
  await measureRequests(database);
  await measureScreens(serveScreens(database), join(folder, 'bare-pages'), note);
  await measureCost(database);
  await database.close();
  const fresh = join(folder, 'fresh.db');
  const running = await startServer(fresh);
  await measureExports(running, note);
  await stopServer(running);
  await measureProcess(fresh);
  await measureSearch({ folder, serve: serveAlone, note });
  await measureImport({ folder, start: startServer, stop: stopServer, memoryOf, note });
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${lines.filter((line) => line.met).length} of ${lines.length} figures met`);
};

await run();
