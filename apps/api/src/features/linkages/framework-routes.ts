import * as contract from '@fbs/contract';
import type { FastifyRequest } from 'fastify';
import type { Service } from '../../context.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import { takeUploads } from '../../plugins/uploads.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { loadFramework } from './load-framework.ts';
import { readFrameworkTemplate } from './read-framework-template.ts';
import { removeFramework } from './remove-framework.ts';

const megabytes = 1;

const uploadRoute = async (scope: App, service: Service): Promise<void> => {
  const limitOf = async (request: FastifyRequest): Promise<number> => {
    contextFor(service, request);
    return megabytes;
  };
  await takeUploads(scope, limitOf, 'leave out its lowest level, or shorten the texts');
  scope.route({
    ...contract.loadFramework,
    handler: async (request, reply) => {
      const { dryRun } = request.query;
      const load = await loadFramework(contextFor(service, request), {
        ...request.params,
        ...request.body,
        dryRun: dryRun === 'true',
        ifMatch: request.headers['if-match'],
      });
      return reply.header('etag', tagOf(load.framework.version)).send(load);
    },
  });
};

export const frameworkRoutes = async (app: App, service: Service): Promise<void> => {
  app.route({
    ...contract.readFrameworkTemplate,
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query };
      const { name, text } = await readFrameworkTemplate(contextFor(service, request), input);
      return reply.headers(attachment(name)).type('text/csv; charset=utf-8').send(Buffer.from(text));
    },
  });
  app.route({
    ...contract.removeFramework,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, removeFramework(contextFor(service, request), input));
    },
  });
  await app.register((scope: App) => uploadRoute(scope, service));
};
