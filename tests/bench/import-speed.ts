import type { ChildProcess } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

type Note = (what: string, measured: string, wanted: string, met: boolean) => void;
type Running = { readonly child: ChildProcess; readonly address: string };

export type ImportBench = {
  readonly folder: string;
  readonly start: (file: string) => Promise<Running>;
  readonly stop: (running: Running) => Promise<void>;
  /** Megabytes, at most, since it started. */
  readonly memoryOf: (child: ChildProcess) => number;
  readonly note: Note;
};

const rounds = 3;
const indicators = 20;
const perIndicator = 10_000;
const rows = indicators * perIndicator;
const strategy = '/api/strategies/fbs-2018-2022';

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const codes = Array.from({ length: indicators }, (_, at) => `2.2-${String.fromCharCode(65 + at)}Z`);
const categories = Array.from({ length: perIndicator }, (_, at) => `district ${String(at).padStart(5, '0')}`);
const figureAt = (at: number, number: number): string => String(((at * 31 + number * 7919) % 100_003) / 10);

const definition = {
  name: 'People reached by district',
  definition: 'People whom the office reached in the year.',
  unit: 'people',
  kind: 'number',
  decimals: 1,
  direction: 'increase',
  tolerance: null,
  accumulation: 'annual',
  cumulativeSince: null,
  periodBasis: 'fiscal_year',
  level: 'output',
  role: 'performance',
  status: 'proposed',
  section: 'IP',
  owner: null,
  dataSource: 'Records',
  collectionMethod: null,
  frequency: null,
  dueRule: null,
  limitations: null,
  disaggregations: [{ dimension: 'district', categories, sumsToTotal: false }],
  reference: null,
  computed: null,
  baseline: null,
  dataQuality: { items: {}, standards: {} },
};

const asPersona = async (address: string, persona: string) => {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return async (
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: FormData | string } = {},
  ) => {
    const reply = await fetch(address + path, { method, ...init, headers: { cookie, ...init.headers } });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply;
  };
};

const json = (body: unknown, headers: Record<string, string> = {}) => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** A database whose indicators have places for all rows. */
const prepare = async ({ folder, start, stop }: ImportBench): Promise<string> => {
  const file = join(folder, 'import.db');
  const running = await start(file);
  const call = await asPersona(running.address, 'planner');
  for (const code of codes) await call('POST', `${strategy}/indicators`, json({ code, objective: '2.2', definition }));
  await stop(running);
  return file;
};

const csv = (): string =>
  [
    'indicator,year,dimension,category,value',
    ...codes.flatMap((code, number) =>
      categories.map((category, at) => `${code},2022,district,${category},${figureAt(at, number)}`),
    ),
  ].join('\n');

/** The same rows by one prepared statement in one transaction, and nothing else. */
const insertPlainly = (file: string): number => {
  const database = new Sqlite(file);
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const addBreakdown = database.prepare('insert into breakdowns values (?, ?, 2022, ?, ?, 0)');
  const addRow = database.prepare('insert into breakdown_rows values (?, ?, ?, ?, ?)');
  const began = performance.now();
  database.exec('begin immediate');
  for (const [number, code] of codes.entries()) {
    const id = `plain-${number}-0000-0000-0000-000000000000`;
    addBreakdown.run(id, `fbs-2018-2022/indicator/${code}`, 'planner', '2022-12-01T00:00:00.000Z');
    for (const [at, category] of categories.entries()) {
      addRow.run(id, 'district', category, figureAt(at, number), at);
    }
  }
  database.exec('commit');
  const took = performance.now() - began;
  database.close();
  return took;
};

type Measured = {
  readonly tried: number;
  readonly taken: number;
  readonly overviews: number[];
  readonly memory: number;
};

/** Somebody who looks at the overview, again and again, until told to stop. */
const lookOn = async (address: string) => {
  const call = await asPersona(address, 'viewer');
  const took: number[] = [];
  let isOver = false;
  const look = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      await (await call('GET', `${strategy}/overview?year=2022`)).arrayBuffer();
      took.push(performance.now() - began);
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  // the page is open already: what the very first overview of a service costs is measured elsewhere
  await (await call('GET', `${strategy}/overview?year=2022`)).arrayBuffer();
  const looking = look();
  return async (): Promise<number[]> => {
    isOver = true;
    await looking;
    return took;
  };
};

type Sheet = { readonly name: string; readonly content: string | ArrayBuffer };

const importOnce = async (
  { start, stop, memoryOf }: ImportBench,
  file: string,
  { name, content }: Sheet,
): Promise<Measured> => {
  const running = await start(file);
  const call = await asPersona(running.address, 'planner');
  // its thread loads its libraries once, and stays
  await (await call('GET', `${strategy}/imports/template?format=csv&year=2022`)).arrayBuffer();
  const leave = await lookOn(running.address);
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const began = performance.now();
  const tried = (await (await call('POST', `${strategy}/imports?dryRun=true`, { body: form })).json()) as {
    id: string;
    version: number;
    counts: { inserted: number };
  };
  if (tried.counts.inserted !== rows) throw new Error(`${tried.counts.inserted} rows of ${rows} are good`);
  const between = performance.now();
  const seen = { 'if-match': `"${tried.version}"` };
  await call('POST', `${strategy}/imports/${tried.id}/commit`, json({ mode: 'all' }, seen));
  const taken = performance.now() - between;
  const overviews = await leave();
  const memory = memoryOf(running.child);
  await stop(running);
  return { tried: between - began, taken, overviews, memory };
};

/** The same rows as a workbook: the template that the service fills with them once it has them. */
const workbookOf = async ({ start, stop }: ImportBench, imported: string): Promise<Sheet> => {
  const running = await start(imported);
  const call = await asPersona(running.address, 'planner');
  const content = await (await call('GET', `${strategy}/imports/template?format=xlsx&year=2022`)).arrayBuffer();
  await stop(running);
  return { name: 'districts.xlsx', content };
};

/** A workbook is XML in an archive: what it takes is said, and held to nothing but the overview's own time. */
const measureWorkbook = async (bench: ImportBench, prepared: string, imported: string, bare: number): Promise<void> => {
  const workbook = await workbookOf(bench, imported);
  const file = join(bench.folder, 'workbook.db');
  copyFileSync(prepared, file);
  const { tried, taken, overviews, memory } = await importOnce(bench, file, workbook);
  const p99 = overviews.sort((a, b) => a - b)[Math.floor(overviews.length * 0.99)] ?? Number.NaN;
  const parts = `${Math.round(tried)} ms to try, ${Math.round(taken)} ms to take over, ${Math.round(memory)} MB`;
  const ratio = (bare / (tried + taken)).toFixed(2);
  const measured = `${ratio} of a bare insert (${parts}); overview p99 ${p99.toFixed(1)} ms`;
  bench.note('the same as a workbook', measured, 'overview under 100 ms', p99 < 100);
};

/** 200,000 rows from a file to the database, beside a bare insert of them, in turns; and the overview meanwhile. */
export const measureImport = async (bench: ImportBench): Promise<void> => {
  const prepared = await prepare(bench);
  const sheet = { name: 'districts.csv', content: csv() };
  const plain: number[] = [];
  const imported: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [bare, whole] = [join(bench.folder, `bare-${round}.db`), join(bench.folder, `whole-${round}.db`)];
    for (const copy of [bare, whole]) copyFileSync(prepared, copy);
    plain.push(insertPlainly(bare));
    imported.push(await importOnce(bench, whole, sheet));
  }
  const [tried, taken] = [median(imported.map((each) => each.tried)), median(imported.map((each) => each.taken))];
  const ratio = median(plain) / (tried + taken);
  const parts = `${Math.round(tried)} ms to try, ${Math.round(taken)} ms to take over, ${Math.round(median(plain))} ms bare`;
  bench.note('200,000 rows imported', `${ratio.toFixed(2)} of a bare insert (${parts})`, 'at least 0.5', ratio >= 0.5);
  const times = imported.flatMap((each) => each.overviews).sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
  bench.note('overview meanwhile, p99', `${p99.toFixed(1)} ms`, 'under 100 ms', p99 < 100);
  const memory = Math.max(...imported.map((each) => each.memory));
  bench.note('memory of the server for it, at most', `${Math.round(memory)} MB`, 'under 1,000 MB', memory < 1000);
  await measureWorkbook(bench, prepared, join(bench.folder, 'whole-0.db'), median(plain));
};
