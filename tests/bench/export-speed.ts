import type { ChildProcess } from 'node:child_process';

type Note = (what: string, measured: string, wanted: string, met: boolean) => void;
type Running = { readonly child: ChildProcess; readonly address: string };

const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'stratml'] as const;
const rounds = 3;
const most = 3000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const strategy = '/api/strategies/fbs-2018-2022';
/** Every kind of file, of a signed review, of a draft, and of all years. */
const tenAtOnce = [
  ...formats.map((format) => `${strategy}/reviews/2021/export?format=${format}`),
  `${strategy}/reviews/2022/export?format=docx`,
  `${strategy}/reviews/2022/export?format=pdf`,
  `${strategy}/export/years?format=xlsx`,
  `${strategy}/export/years?format=docx`,
];
const overview = `${strategy}/overview?year=2022`;
const mostForOverview = 50;

const timed = async (url: string, cookie: string): Promise<{ ms: number; bytes: number }> => {
  const began = performance.now();
  const reply = await fetch(url, { headers: { cookie } });
  const { byteLength } = await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return { ms: performance.now() - began, bytes: byteLength };
};

/** Somebody who looks at the overview again and again for as long as the work goes on: how long each look took. */
const looksDuring = async (work: Promise<unknown>, look: () => Promise<{ ms: number }>): Promise<number[]> => {
  const looks: number[] = [];
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    looks.push((await look()).ms);
    await new Promise((done) => setTimeout(done, 5));
  }
  await over;
  return looks;
};

const measureTenAtOnce = async (address: string, cookie: string, note: Note): Promise<void> => {
  const look = () => timed(address + overview, cookie);
  for (let time = 0; time < 100; time += 1) await look();
  const looks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const work = Promise.all(tenAtOnce.map((path) => timed(address + path, cookie)));
    looks.push(...(await looksDuring(work, look)));
  }
  const p99 = percentile(looks, 0.99);
  const measured = `${p99.toFixed(1)} ms (${looks.length} looks, the longest ${Math.max(...looks).toFixed(1)} ms)`;
  note('the overview while ten exports run at once, p99', measured, 'under 50 ms', p99 < mostForOverview);
};

/** Each file of a signed review from the built product; the thread that makes them is warm, as it is in an office at work. */
export const measureExports = async ({ address }: Running, note: Note): Promise<void> => {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"persona":"viewer"}',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const url = (format: string): string => `${address}${strategy}/reviews/2021/export?format=${format}`;
  const first = await timed(url('json'), cookie);
  note('the first file, with the start of its thread', `${Math.round(first.ms)} ms`, 'within 3 s', first.ms <= most);
  for (const format of formats) {
    const found: { ms: number; bytes: number }[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await timed(url(format), cookie));
    const ms = median(found.map((each) => each.ms));
    const size = `${Math.round((found[0]?.bytes ?? 0) / 1000)} kB`;
    note(`the review as ${format}`, `${Math.round(ms)} ms (${size})`, 'within 3 s', ms <= most);
  }
  await measureTenAtOnce(address, cookie, note);
};
