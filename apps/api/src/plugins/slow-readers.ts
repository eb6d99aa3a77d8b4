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
  const connections = new WeakMap<Socket, { unanswered: number }>();
  const countOf = (socket: Socket): { unanswered: number } => {
    const known = connections.get(socket);
    if (known !== undefined) return known;
    const count = { unanswered: 0 };
    connections.set(socket, count);
    return count;
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const { socket } = request.raw;
    const count = countOf(socket);
    count.unanswered += 1;
    if (count.unanswered > mostAtOnce) socket.destroy();
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    countOf(request.raw.socket).unanswered -= 1;
    done();
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    const { socket } = request.raw;
    // each part that is taken begins the time anew; the next request on the connection ends it
    if (isLarge(payload) && socket instanceof Socket) socket.setTimeout(withinMs);
    done();
  });
};
