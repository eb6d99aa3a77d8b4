import { serviceRepository } from '@fbs/db';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Service } from '../context.ts';
import { contextFor } from './sign-in-sessions.ts';

const heartbeatMs = 25_000;

/** Server-sent events: tells every open screen that data changed, and to which version; what changed, it asks for itself. */
export const sendEvents = (app: FastifyInstance, service: Service): void => {
  const listeners = new Set<FastifyReply>();
  const sendAll = (text: string): void => {
    for (const listener of listeners) listener.raw.write(text);
  };
  app.get('/api/events', { schema: { hide: true } as object }, (request, reply) => {
    contextFor(service, request);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 3000\n\n');
    listeners.add(reply);
    request.raw.on('close', () => listeners.delete(reply));
  });
  const heartbeat = setInterval(() => sendAll(': here\n\n'), heartbeatMs);
  heartbeat.unref();
  const tell = async (): Promise<void> => {
    const { data: dataVersion } = await service.database.read(serviceRepository.readDataVersions);
    sendAll(`event: changed\ndata: ${JSON.stringify({ dataVersion })}\n\n`);
  };
  app.addHook('onResponse', (request, reply, done) => {
    if (request.method === 'GET' || reply.statusCode >= 300 || listeners.size === 0) return done();
    tell().then(() => done(), done);
  });
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const listener of listeners) listener.raw.end();
  });
};
