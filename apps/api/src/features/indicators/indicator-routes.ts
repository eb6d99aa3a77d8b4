import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { changeIndicator } from './change-indicator.ts';
import { createIndicator } from './create-indicator.ts';
import { orderIndicators } from './order-indicators.ts';
import { listIndicators, readIndicator } from './read-indicators.ts';
import { writeNote } from './write-note.ts';

export const indicatorRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.listIndicators,
    handler: (request) => listIndicators(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readIndicator,
    handler: (request, reply) =>
      tagged(reply, readIndicator(contextFor(service, request), { ...request.params, ...request.query })),
  });
  app.route({
    ...contract.createIndicator,
    handler: async (request, reply) => {
      const page = await createIndicator(contextFor(service, request), { ...request.params, ...request.body });
      return reply.code(201).header('etag', tagOf(page.version)).send(page);
    },
  });
  app.route({
    ...contract.changeIndicator,
    handler: (request, reply) =>
      tagged(
        reply,
        changeIndicator(contextFor(service, request), {
          ...request.params,
          ...request.body,
          ifMatch: request.headers['if-match'],
        }),
      ),
  });
  app.route({
    ...contract.orderIndicators,
    handler: (request) => orderIndicators(contextFor(service, request), { ...request.params, ...request.body }),
  });
  app.route({
    ...contract.writeNote,
    handler: async (request, reply) =>
      reply.code(201).send(await writeNote(contextFor(service, request), { ...request.params, ...request.body })),
  });
};
