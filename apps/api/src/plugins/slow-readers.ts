import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** The system itself holds an answer of this size until somebody reads it. */
const large = 65_536;

const isLarge = (payload: unknown): boolean => {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return payload.length > large;
  // a file on its way
  return payload !== null && payload !== undefined;
};

/** Lets go of whoever asked for a large answer and takes none of it for a while: until then it stands in memory. */
export const cutSlowReaders = (app: FastifyInstance, withinMs = 60_000): void => {
  app.addHook('onSend', (request, _reply, payload, done) => {
    const { socket } = request.raw;
    // each part that is taken begins the time anew; the next request on the connection ends it
    if (isLarge(payload) && socket instanceof Socket) socket.setTimeout(withinMs);
    done();
  });
};
