import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { createStrategy } from './create-strategy.ts';
import { listManagedStrategies } from './list-managed-strategies.ts';
import { moveStrategy } from './move-strategy.ts';
import { readEarlierSeries } from './read-earlier-series.ts';
import { readStrategyTree } from './read-strategy-tree.ts';
import { saveStrategyTree } from './save-strategy-tree.ts';
import { setPredecessor } from './set-predecessor.ts';

export const strategiesRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.listManagedStrategies,
    handler: (request) => listManagedStrategies(contextFor(service, request)),
  });
  app.route({
    ...contract.createStrategy,
    handler: async (request, reply) => {
      const tree = await createStrategy(contextFor(service, request), request.body);
      return reply.code(201).header('etag', tagOf(tree.version)).send(tree);
    },
  });
  app.route({
    ...contract.readEarlierSeries,
    handler: (request) => readEarlierSeries(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readStrategyTree,
    handler: (request, reply) => tagged(reply, readStrategyTree(contextFor(service, request), request.params)),
  });
  app.route({
    ...contract.saveStrategyTree,
    handler: (request, reply) => {
      const input = { ...request.params, ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, saveStrategyTree(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.setPredecessor,
    handler: (request, reply) => {
      const input = { ...request.params, ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, setPredecessor(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.moveStrategy,
    handler: (request, reply) => {
      const input = { ...request.params, ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, moveStrategy(contextFor(service, request), input));
    },
  });
};
