import { connect, type Socket } from 'node:net';
import { ConfigurationError } from './configuration-error.ts';
import { DomainError } from './domain-error.ts';
import type { FileStore } from './file-store.ts';

/** Where ClamAV listens: a socket of this machine, or a port. */
export type ScannerPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** @throws ConfigurationError */
export const scannerPlaceOf = (text: string | undefined): ScannerPlace | null => {
  if (text === undefined) return null;
  if (text.startsWith('/')) return { path: text };
  const [, host = '', port = ''] = /^(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  if (host !== '' && Number(port) > 0 && Number(port) <= 65_535) {
    return { host: host.replace(/[[\]]/g, ''), port: Number(port) };
  }
  throw new ConfigurationError(
    `FBS_CLAMD is "${text}": set it to the socket of ClamAV, for example /run/clamav/clamd.ctl, or to its host and port, for example 127.0.0.1:3310.`,
  );
};

const patienceMs = 60_000;
const pieceBytes = 1_000_000;

/** As clamd takes a stream: pieces with their length before them, and one of no length at the end. */
const sendStream = (socket: Socket, bytes: Uint8Array): void => {
  const lengthOf = (length: number): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(length);
    return head;
  };
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
};

/** What clamd says of the bytes: "stream: OK", "stream: Eicar-Signature FOUND", or why it cannot say. */
const answerTo = (place: ScannerPlace, bytes: Uint8Array): Promise<string> =>
  new Promise((done, failed) => {
    const socket = connect(place);
    let said = '';
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('it did not answer in time')));
    socket.on('data', (data) => {
      said += data.toString();
      // it may stop listening before it has heard everything
      if (!said.includes('\0')) return;
      done(said.split('\0')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', failed);
    socket.once('close', () => failed(new Error('it closed the connection without an answer')));
    socket.once('connect', () => sendStream(socket, bytes));
  });

const infected = (name: string): DomainError => {
  const detail = `The virus scanner found ${name} in this file, so it was not kept. Tell whoever looks after your machine.`;
  return new DomainError('invalid', detail, { errors: [{ pointer: '/file', detail }] });
};

const unanswered = (): DomainError =>
  new DomainError(
    'unavailable',
    'Files cannot be looked through for viruses at this moment, so this one was not kept: try again in a few minutes.',
  );

/**
 * A store that shows every file to ClamAV before it keeps it; one that cannot be shown is not kept. `onFailure` hears why,
 * for whoever runs the service.
 */
export const scannedFiles = (files: FileStore, place: ScannerPlace, onFailure: (why: string) => void): FileStore => ({
  ...files,
  keep: async (bytes) => {
    const said = await answerTo(place, bytes).catch((error: unknown) => String(error));
    const [, name] = /^stream: (.+) FOUND$/.exec(said) ?? [];
    if (name !== undefined) throw infected(name);
    if (said === 'stream: OK') return files.keep(bytes);
    onFailure(said);
    throw unanswered();
  },
});
