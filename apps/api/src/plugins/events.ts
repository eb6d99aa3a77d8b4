import type { ServerResponse } from 'node:http';
import * as contract from '@fbs/contract';
import { serviceRepository } from '@fbs/db';
import type { Service } from '../context.ts';
import type { App } from '../typed-app.ts';
import { contextFor } from './sign-in-sessions.ts';

const heartbeatMs = 25_000;

/** Server-sent events: tells every open screen that data changed, and to which version; what changed, it asks for itself. */
export const sendEvents = (app: App, service: Service): void => {
  const listeners = new Set<ServerResponse>();
  const sendAll = (text: string): void => {
    for (const listener of listeners) listener.write(text);
  };
  app.route({
    ...contract.readEvents,
    handler: (request, reply) => {
      contextFor(service, request);
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write('retry: 3000\n\n');
      listeners.add(reply.raw);
      request.raw.on('close', () => listeners.delete(reply.raw));
    },
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
    for (const listener of listeners) listener.end();
  });
};
