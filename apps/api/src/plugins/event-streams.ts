import type { FastifyInstance, FastifyReply } from 'fastify';
import { beginEvents, eventText, stopping } from './event-listeners.ts';

export type EventStream = {
  readonly send: (event: string, data: unknown) => void;
  readonly close: () => void;
};

const hereEveryMs = 15_000;

/** Answers requests with a few events about one thing, and then ends; what is still open ends with the server. */
export const openStreams = (app: FastifyInstance): { readonly open: (reply: FastifyReply) => EventStream } => {
  const streams = new Set<FastifyReply['raw']>();
  const heartbeat = setInterval(() => {
    for (const each of streams) each.write(eventText('here', {}));
  }, hereEveryMs);
  heartbeat.unref();
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const each of streams) each.end(stopping);
  });
  return {
    open: (reply) => {
      const raw = beginEvents(reply);
      streams.add(raw);
      raw.on('close', () => streams.delete(raw));
      return {
        send: (event, data) => {
          if (streams.has(raw)) raw.write(eventText(event, data));
        },
        close: () => {
          streams.delete(raw);
          raw.end();
        },
      };
    },
  };
};
