import * as contract from '@fbs/contract';
import type { FastifyReply } from 'fastify';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { knows } from '../../versions.ts';
import { listResults } from './list-results.ts';
import { readMethod } from './read-method.ts';
import { type OverviewBytes, overviewCache } from './read-overview.ts';
import { listStrategies, readGoal, readObjective, readPlan } from './read-plan.ts';

const sendOverview = (reply: FastifyReply, { bytes, etag }: OverviewBytes, seen: string | undefined): void => {
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (knows(seen, etag)) reply.code(304).send();
  else reply.type('application/json; charset=utf-8').send(bytes);
};

export const strategyRoutes = (app: App, service: Service): void => {
  const overviews = overviewCache();
  app.route({ ...contract.listStrategies, handler: (request) => listStrategies(contextFor(service, request)) });
  app.route({
    ...contract.readPlan,
    handler: (request) => readPlan(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readOverview,
    handler: (request, reply) => {
      const { year, asOf } = request.query;
      const page = overviews.read(contextFor(service, request), { strategy: request.params.strategy, year, asOf });
      const seen = request.headers['if-none-match'];
      if (page instanceof Promise) return page.then((made) => sendOverview(reply, made, seen));
      sendOverview(reply, page, seen);
    },
  });
  app.route({
    ...contract.listResults,
    handler: (request) => listResults(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readGoal,
    handler: (request) => readGoal(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readObjective,
    handler: (request) => readObjective(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readMethod,
    handler: (request) => readMethod(contextFor(service, request), { ...request.params, ...request.query }),
  });
};
