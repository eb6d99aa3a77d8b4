import type { FastifyInstance } from 'fastify';
import type { Service } from '../context.ts';
import type { Tracing } from './tracing.ts';

/** One span for each request, named by the template of its route, never by an address. */
export const traceRequests = (app: FastifyInstance, tracing: Tracing): void => {
  app.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    const route = request.routeOptions.url ?? 'unknown';
    const span = tracing.enter(typeof traceparent === 'string' ? traceparent : undefined, done);
    span.updateName(`${request.method} ${route}`);
    span.setAttributes({ 'http.request.method': request.method, 'http.route': route, 'fbs.request_id': request.id });
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.raw.statusCode);
      span.end();
    });
  });
};

/** The same service, with spans of what takes time: writes with their wait, exports and imports. */
export const tracedService = (service: Service, { follow }: Tracing): Service => {
  const { database, exports, records, spreadsheets } = service;
  return {
    ...service,
    database: {
      ...database,
      write: (work) =>
        follow('write', {}, (span) =>
          database.write((queries) => {
            span.addEvent('its turn to write');
            return work(queries);
          }),
        ),
    },
    exports: {
      ...exports,
      make: (task, signal) => follow('export', { 'fbs.format': task.format }, () => exports.make(task, signal)),
      makeYears: (task, signal) =>
        follow('export of all years', { 'fbs.format': task.format }, () => exports.makeYears(task, signal)),
    },
    records: { ...records, make: (...given) => follow('export of a record', {}, () => records.make(...given)) },
    spreadsheets: {
      ...spreadsheets,
      run: (...given) => follow(`spreadsheet ${given[0]}`, {}, () => spreadsheets.run(...given)),
      start: (...given) => {
        const running = spreadsheets.start(...given);
        // its caller hears how it ended; here it is only written down
        follow(`import ${given[0]}`, {}, () => running.ended).catch(() => undefined);
        return running;
      },
    },
  };
};
