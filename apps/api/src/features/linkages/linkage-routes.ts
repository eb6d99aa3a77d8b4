import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { addLinkage } from './add-linkage.ts';
import { changeLinkage } from './change-linkage.ts';
import { readElement } from './read-element.ts';
import { readLinkages } from './read-linkages.ts';
import { removeLinkage, restoreLinkage } from './remove-linkage.ts';

export const linkageRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readLinkages,
    handler: (request) => readLinkages(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readElement,
    handler: (request) => readElement(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.addLinkage,
    handler: async (request, reply) => {
      const linkage = await addLinkage(contextFor(service, request), { ...request.params, ...request.body });
      return reply.code(201).header('etag', tagOf(linkage.version)).send(linkage);
    },
  });
  app.route({
    ...contract.changeLinkage,
    handler: (request, reply) => {
      const input = { ...request.params, ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, changeLinkage(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.removeLinkage,
    handler: (request, reply) => {
      const input = { ...request.params, ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, removeLinkage(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.restoreLinkage,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, restoreLinkage(contextFor(service, request), input));
    },
  });
};
