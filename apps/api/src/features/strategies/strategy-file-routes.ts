import * as contract from '@fbs/contract';
import { createStrategyFileThread, type StrategyFileThread } from '@fbs/documents';
import type { FastifyRequest } from 'fastify';
import { allow, type Service } from '../../context.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import { takeUploads } from '../../plugins/uploads.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { createStrategyFromFile } from './create-strategy-from-file.ts';
import { lookAtStrategyFile } from './look-at-strategy-file.ts';
import { mergeStrategyFile } from './merge-strategy-file.ts';
import { readKeptWords } from './read-kept-words.ts';
import { readOutlineTemplate } from './read-outline-template.ts';

const megabytes = 50;
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const uploadRoutes = async (scope: App, service: Service, files: StrategyFileThread): Promise<void> => {
  const limitOf = async (request: FastifyRequest): Promise<number> => {
    allow(contextFor(service, request).actor, 'manage strategies');
    return megabytes;
  };
  await takeUploads(scope, limitOf, 'send the strategy alone, without pictures and figures');
  scope.route({
    ...contract.lookAtStrategyFile,
    handler: (request) => lookAtStrategyFile(contextFor(service, request), files, request.body),
  });
  scope.route({
    ...contract.createStrategyFromFile,
    handler: async (request, reply) => {
      const tree = await createStrategyFromFile(contextFor(service, request), files, request.body);
      return reply.code(201).header('etag', tagOf(tree.version)).send(tree);
    },
  });
  scope.route({
    ...contract.mergeStrategyFile,
    handler: (request, reply) => {
      const { added, changed, moved, removed, file } = request.body;
      const choice = {
        ...{ added: added === 'true', changed: changed === 'true' },
        ...{ moved: moved === 'true', removed: removed === 'true' },
      };
      const input = { ...request.params, choice, file, ifMatch: request.headers['if-match'] };
      return tagged(reply, mergeStrategyFile(contextFor(service, request), files, input));
    },
  });
};

/** Strategies that come from files; they are read in a thread that these routes own. */
export const strategyFileRoutes = async (app: App, service: Service): Promise<void> => {
  const files = createStrategyFileThread();
  app.addHook('onClose', files.close);
  app.route({
    ...contract.readKeptWords,
    handler: (request) => readKeptWords(contextFor(service, request), request.params),
  });
  app.route({
    ...contract.readOutlineTemplate,
    handler: async (request, reply) => {
      const { name, bytes } = await readOutlineTemplate(contextFor(service, request), request.query);
      return reply.headers(attachment(name)).type(types[request.query.format]).send(bytes);
    },
  });
  await app.register((scope: App) => uploadRoutes(scope, service, files));
};
