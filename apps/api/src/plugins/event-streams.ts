import type { FastifyInstance, FastifyReply } from 'fastify';

export type EventStream = {
  readonly send: (event: string, data: unknown) => void;
  readonly close: () => void;
};

export type EventStreams = {
  /** Answers a request with events from now on. */
  readonly open: (reply: FastifyReply) => EventStream;
  readonly sendAll: (event: string, data: unknown) => void;
  readonly count: () => number;
};

const heartbeatMs = 25_000;

/** Server-sent events to whoever opened a stream; the streams end with the server. */
export const openStreams = (app: FastifyInstance): EventStreams => {
  const open = new Set<FastifyReply['raw']>();
  const textOf = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const heartbeat = setInterval(() => {
    for (const each of open) each.write(': here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const each of open) each.end();
  });
  return {
    open: (reply) => {
      const { raw } = reply.hijack();
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 3000\n\n');
      open.add(raw);
      raw.on('close', () => open.delete(raw));
      return {
        send: (event, data) => {
          if (open.has(raw)) raw.write(textOf(event, data));
        },
        close: () => {
          open.delete(raw);
          raw.end();
        },
      };
    },
    sendAll: (event, data) => {
      for (const each of open) each.write(textOf(event, data));
    },
    count: () => open.size,
  };
};
