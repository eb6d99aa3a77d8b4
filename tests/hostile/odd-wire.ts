import type { Chance } from './chance.ts';
import { bytesOf, type Message } from './wire.ts';

const smuggled = 'GET /api/health HTTP/1.1\r\nhost: x\r\n\r\n';

const withBody = (message: Message, extra: readonly string[], body: Buffer | string): Buffer => {
  const { 'content-length': _length, ...headers } = message.headers as Record<string, string>;
  return bytesOf({ ...message, headers, body: Buffer.from(body) }, extra);
};

/** The same message in a shape that HTTP does not allow, or only just. */
export const oddBytes = (chance: Chance, plain: Message, host: string): Buffer => {
  const message = { ...plain, headers: { host, connection: 'close', ...plain.headers } };
  const body = message.body ?? Buffer.from('{}');
  const size = body.length.toString(16);
  const chunked = ['transfer-encoding: chunked'];
  return chance.pick([
    () => withBody(message, [`content-length: ${body.length + 50}`], body),
    () => withBody(message, [`content-length: ${Math.max(body.length - 5, 0)}`], body),
    () => withBody(message, ['content-length: -1'], body),
    () => withBody(message, ['content-length: 1', 'content-length: 2'], body),
    () => withBody(message, ['content-length: 99999999999999999999'], body),
    () => withBody(message, ['content-length: 0x10'], body),
    () => withBody(message, [], body),
    () => withBody(message, chunked, `${size}\r\n${body.toString('latin1')}\r\n0\r\n\r\n`),
    () => withBody(message, chunked, `${size};${'e'.repeat(20_000)}\r\n${body.toString('latin1')}\r\n0\r\n\r\n`),
    () => withBody(message, chunked, `ffffffffffffffff\r\n${body.toString('latin1')}\r\n0\r\n\r\n`),
    () => withBody(message, chunked, `-1\r\n${body.toString('latin1')}`),
    () => withBody(message, chunked, `${size}\r\n${body.toString('latin1')}`),
    () => withBody(message, chunked, `0\r\nx-trailer: 1\r\nset-cookie: a=b\r\n\r\n${smuggled}`),
    () => withBody(message, [...chunked, 'content-length: 4'], `0\r\n\r\n${smuggled}`),
    () => withBody(message, ['transfer-encoding: chunked, identity'], body),
    () => withBody(message, ['transfer-encoding: xchunked'], body),
    () => withBody(message, ['expect: 100-continue', `content-length: ${body.length}`], body),
    () => withBody(message, ['expect: the-unexpected', `content-length: ${body.length}`], body),
    () => withBody(message, ['upgrade: websocket', 'connection: upgrade'], body),
    () => withBody(message, ['x-odd: a\u0000b'], body),
    () => withBody(message, ['x-odd: a\r b', ' folded: 1'], body),
    () => withBody(message, [`x-large: ${'l'.repeat(20_000)}`], body),
    () =>
      withBody(
        message,
        Array.from({ length: 2500 }, (_, at) => `x${at}: 1`),
        body,
      ),
    () => withBody(message, ['host: other.example', 'host: third.example'], body),
    () =>
      Buffer.from(
        bytesOf(message)
          .toString('latin1')
          .replace(' HTTP/1.1', chance.pick([' HTTP/1.0', ' HTTP/9.9', '', ' HTTP/1.1 x'])),
        'latin1',
      ),
    () => Buffer.from(bytesOf(message).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    () =>
      bytesOf({
        ...message,
        method: chance.pick(['TRACE', 'CONNECT', 'PROPFIND', 'get', 'G\u0000T', 'OPTIONS', 'HEAD', 'X'.repeat(5000)]),
      }),
    () =>
      bytesOf({
        ...message,
        path: chance.pick([
          '*',
          'http://other.example/api/health',
          '//other.example/',
          '/\u0000',
          '/ x',
          '\\',
          `/${'p'.repeat(20_000)}`,
        ]),
      }),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]),
    () => Buffer.concat([bytesOf(message), Buffer.from(smuggled.repeat(20))]),
    () => Buffer.from(Array.from({ length: 400 }, () => chance.number(256))),
  ])();
};
