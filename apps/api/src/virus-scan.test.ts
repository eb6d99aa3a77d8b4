import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { DomainError } from './domain-error.ts';
import { openFileStore } from './file-store.ts';
import { scannedFiles, scannerPlaceOf } from './virus-scan.ts';

const open: { readonly server: Server; readonly folder: string }[] = [];
afterEach(() => {
  for (const { server, folder } of open.splice(0)) {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

/** The bytes of a whole stream; null: there is more to come. */
const streamed = (heard: Buffer): Buffer | null => {
  const command = 'zINSTREAM\0';
  if (heard.length < command.length) return null;
  expect(heard.subarray(0, command.length).toString()).toBe(command);
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
};

type Scanner = (bytes: Buffer) => string | null;

/** What speaks like clamd, and a store behind it. */
const openStore = async (scan: Scanner) => {
  const answer = (socket: Socket): void => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      const bytes = streamed(heard);
      const said = bytes && scan(bytes);
      if (bytes !== null) socket.end(said === null ? '' : `${said}\0`);
    });
  };
  const server = createServer(answer);
  const folder = mkdtempSync(join(tmpdir(), 'fbs-scan-'));
  open.push({ server, folder });
  const path = join(folder, 'clamd.ctl');
  await new Promise<void>((done) => server.listen(path, done));
  const failures: string[] = [];
  const kept = join(folder, 'kept');
  const files = scannedFiles(openFileStore(kept), { path }, (why) => failures.push(why));
  return { files, failures, server, keptFiles: () => readdirSync(folder).includes('kept') };
};

it('keeps what the scanner finds clean, and shows it every byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 2_500_000 }, (_, at) => at % 251));
  let seen: Buffer | null = null;
  const { files } = await openStore((heard) => {
    seen = heard;
    return 'stream: OK';
  });
  const sha256 = await files.keep(bytes);
  expect(bytes.equals(seen ?? Buffer.alloc(0))).toBe(true);
  expect((await files.read(sha256)).equals(bytes)).toBe(true);
});

it('keeps nothing in which the scanner finds something, and names it', async () => {
  const { files, keptFiles, failures } = await openStore(() => 'stream: Eicar-Signature FOUND');
  await expect(files.keep(Buffer.from('x'))).rejects.toMatchObject({
    ...{ code: 'invalid', message: expect.stringContaining('found Eicar-Signature in this file') },
  });
  expect([keptFiles(), failures]).toEqual([false, []]);
});

it.each([
  ['says that it cannot', 'INSTREAM size limit exceeded. ERROR'],
  ['says nothing', null],
  ['says something else', 'UNKNOWN COMMAND'],
])('keeps nothing where the scanner %s, and tells whoever runs the service', async (_what, said) => {
  const { files, keptFiles, failures } = await openStore(() => said);
  await expect(files.keep(Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable' });
  expect([keptFiles(), failures.length]).toEqual([false, 1]);
});

it('keeps nothing where there is no scanner', async () => {
  const { files, server, keptFiles } = await openStore(() => 'stream: OK');
  await new Promise((done) => server.close(done));
  await expect(files.keep(Buffer.from('x'))).rejects.toBeInstanceOf(DomainError);
  expect(keptFiles()).toBe(false);
});

it.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['scanner.example.gov:3310', { host: 'scanner.example.gov', port: 3310 }],
])('finds the scanner at %s', (text, place) => {
  expect(scannerPlaceOf(text)).toEqual(place);
});

it.each(['clamd', '127.0.0.1', '127.0.0.1:0', '127.0.0.1:70000', 'http://127.0.0.1:3310'])(
  'does not start with %s, and says what to write',
  (text) => {
    expect(() => scannerPlaceOf(text)).toThrow(/^FBS_CLAMD is ".*": set it to the socket of ClamAV/);
  },
);
