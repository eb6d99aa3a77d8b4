import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** The system itself holds an answer of this size until somebody reads it. */
const large = 65_536;
/** Browsers wait for an answer before they ask on the same connection again; a hundred asked at once stand in memory. */
const mostAtOnce = 8;

const isLarge = (payload: unknown): boolean => {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return payload.length > large;
  // a file on its way
  return payload !== null && payload !== undefined;
};

/** Lets go of whoever asked for a large answer and takes none of it for a while, or asks on and on and reads nothing. */
export const cutSlowReaders = (app: FastifyInstance, withinMs = 60_000): void => {
  const unanswered = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: 1 | -1): number => {
    const now = (unanswered.get(socket) ?? 0) + change;
    unanswered.set(socket, now);
    return now;
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const { socket } = request.raw;
    if (count(socket, 1) > mostAtOnce) socket.destroy();
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    count(request.raw.socket, -1);
    done();
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    const { socket } = request.raw;
    // each part that is taken begins the time anew; the next request on the connection ends it
    if (isLarge(payload) && socket instanceof Socket) socket.setTimeout(withinMs);
    done();
  });
};
