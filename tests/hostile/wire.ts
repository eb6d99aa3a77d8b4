import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export type Message = {
  readonly method: string;
  /** As it goes over the wire, bytes of Latin-1. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | null;
};

export type Answer = {
  /** 0: the connection was closed without one. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly ms: number;
};

const patience = 30_000;

export const createWire = (address: string) => {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });

  /** A message that Node itself would send. A stream of events counts as answered once it begins. */
  const sendPlain = ({ method, path, headers, body }: Message): Promise<Answer> =>
    new Promise((resolve) => {
      const began = performance.now();
      const settle = (status: number, found: IncomingHttpHeaders, text: string): void =>
        resolve({ status, headers: found, text, ms: performance.now() - began });
      const call = httpRequest(
        { hostname, port, agent, method, path, headers: headers as Record<string, string>, timeout: patience },
        (response) => {
          const chunks: Buffer[] = [];
          const finish = (): void =>
            settle(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString());
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('end', finish);
          response.once('error', finish);
          if (response.headers['content-type']?.startsWith('text/event-stream')) {
            finish();
            response.destroy();
          }
        },
      );
      call.once('timeout', () => call.destroy(new Error(`no answer within ${patience} ms`)));
      call.once('error', (error) => settle(0, {}, error.message));
      call.end(body ?? undefined);
    });

  /** Bytes of any kind on a connection of their own, whose other half then ends. */
  const sendBytes = (bytes: Buffer): Promise<Answer> =>
    new Promise((resolve) => {
      const began = performance.now();
      const chunks: Buffer[] = [];
      const socket = connect({ host: hostname, port: Number(port) });
      socket.setTimeout(patience, () => socket.destroy());
      socket.on('data', (chunk) => {
        chunks.push(chunk);
        if (Buffer.concat(chunks.slice(0, 2)).includes('text/event-stream')) socket.destroy();
      });
      socket.on('error', () => socket.destroy());
      socket.once('close', () => resolve({ ...readAnswer(Buffer.concat(chunks)), ms: performance.now() - began }));
      socket.end(bytes);
    });

  /** What Node would not send goes as bytes. */
  const send = (message: Message): Promise<Answer> =>
    sendPlain(message).catch(() =>
      sendBytes(
        bytesOf({ ...message, headers: { host: `${hostname}:${port}`, connection: 'close', ...message.headers } }),
      ),
    );

  return { send, sendBytes, close: () => agent.destroy() };
};

export type Wire = ReturnType<typeof createWire>;

/** The first answer in what came back; later ones belong to what was smuggled in behind. */
const readAnswer = (bytes: Buffer): Omit<Answer, 'ms'> => {
  const text = bytes.toString('latin1').replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const at = line.indexOf(':');
    headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  return { status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0), headers, text: rest.join('\r\n\r\n') };
};

/** A message as bytes, for what Node would not send. */
export const bytesOf = ({ method, path, headers, body }: Message, extra: readonly string[] = []): Buffer => {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`));
  const head = [`${method} ${path} HTTP/1.1`, ...lines, ...extra, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)]);
};
