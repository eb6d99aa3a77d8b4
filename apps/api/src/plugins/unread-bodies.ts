import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is taken in and thrown away of one refused body, at most. */
type Bounds = { readonly bytes: number; readonly ms: number };

const bounds: Bounds = { bytes: 64_000_000, ms: 10_000 };

/** Whether a part of the body is still to come. A request without one is not complete either while its heads are read. */
const isUnread = ({ raw, headers }: FastifyRequest): boolean =>
  !raw.complete &&
  !raw.readableEnded &&
  !raw.destroyed &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0);

/** @returns whether the whole rest came within the bounds */
const takeRest = (raw: IncomingMessage, { bytes, ms }: Bounds): Promise<boolean> =>
  new Promise((done) => {
    let left = bytes;
    const end = (): void => {
      clearTimeout(timer);
      raw.off('data', count).off('end', end).off('close', end);
      done(raw.complete || raw.readableEnded);
    };
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) end();
    };
    const timer = setTimeout(end, ms);
    raw.on('data', count).on('end', end).on('close', end).resume();
  });

/**
 * Whoever sends more than is taken would find the connection reset before reading why: most programs send all of a body
 * first. So the rest is taken in before the answer, within bounds; past them the connection closes with the answer.
 */
export const takeUnreadBodies = (app: FastifyInstance, within = bounds): void => {
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (!isUnread(request)) return done();
    takeRest(request.raw, within).then((isWhole) => {
      if (!isWhole) reply.header('connection', 'close');
      done();
    }, done);
  });
};
