import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { approveValue, explainValue, returnValue, submitValue } from './decide-value.ts';
import { readEntry, readHistory } from './read-entry.ts';
import { recordValue } from './record-value.ts';
import { setTarget } from './set-target.ts';

export const entryRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readEntry,
    handler: (request, reply) =>
      tagged(reply, readEntry(contextFor(service, request), { ...request.params, ...request.query })),
  });
  app.route({
    ...contract.recordValue,
    handler: (request, reply) =>
      tagged(
        reply,
        recordValue(contextFor(service, request), {
          ...request.params,
          ...request.body,
          ifMatch: request.headers['if-match'],
        }),
      ),
  });
  app.route({
    ...contract.submitValue,
    handler: (request, reply) =>
      tagged(
        reply,
        submitValue(contextFor(service, request), { ...request.params, ifMatch: request.headers['if-match'] }),
      ),
  });
  app.route({
    ...contract.returnValue,
    handler: (request, reply) =>
      tagged(
        reply,
        returnValue(contextFor(service, request), {
          ...request.params,
          ...request.body,
          ifMatch: request.headers['if-match'],
        }),
      ),
  });
  app.route({
    ...contract.approveValue,
    handler: (request, reply) =>
      tagged(
        reply,
        approveValue(contextFor(service, request), { ...request.params, ifMatch: request.headers['if-match'] }),
      ),
  });
  app.route({
    ...contract.explainValue,
    handler: (request, reply) =>
      tagged(
        reply,
        explainValue(contextFor(service, request), {
          ...request.params,
          ...request.body,
          ifMatch: request.headers['if-match'],
        }),
      ),
  });
  app.route({
    ...contract.setTarget,
    handler: async (request, reply) => {
      const entry = await setTarget(contextFor(service, request), {
        ...request.params,
        ...request.body,
        ifMatch: request.headers['if-match'],
      });
      reply.header('etag', tagOf(entry.target.version));
      return entry;
    },
  });
  app.route({
    ...contract.readHistory,
    handler: (request) => readHistory(contextFor(service, request), { ...request.params, ...request.query }),
  });
};
