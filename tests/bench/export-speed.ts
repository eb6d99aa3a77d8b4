import type { ChildProcess } from 'node:child_process';

type Note = (what: string, measured: string, wanted: string, met: boolean) => void;
type Running = { readonly child: ChildProcess; readonly address: string };

const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'stratml'] as const;
const rounds = 3;
const most = 3000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async (url: string, cookie: string): Promise<{ ms: number; bytes: number }> => {
  const began = performance.now();
  const reply = await fetch(url, { headers: { cookie } });
  const { byteLength } = await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return { ms: performance.now() - began, bytes: byteLength };
};

/** Each file of a signed review from the built product; the thread that makes them is warm, as it is in an office at work. */
export const measureExports = async ({ address }: Running, note: Note): Promise<void> => {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"persona":"viewer"}',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const url = (format: string): string =>
    `${address}/api/strategies/fbs-2018-2022/reviews/2021/export?format=${format}`;
  const first = await timed(url('json'), cookie);
  note('the first file, with the start of its thread', `${Math.round(first.ms)} ms`, 'within 3 s', first.ms <= most);
  for (const format of formats) {
    const found: { ms: number; bytes: number }[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await timed(url(format), cookie));
    const ms = median(found.map((each) => each.ms));
    const size = `${Math.round((found[0]?.bytes ?? 0) / 1000)} kB`;
    note(`the review as ${format}`, `${Math.round(ms)} ms (${size})`, 'within 3 s', ms <= most);
  }
};
