import * as contract from '@fbs/contract';
import type { FastifyRequest } from 'fastify';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import { takeUploads, Upload } from '../../plugins/uploads.ts';
import type { App } from '../../typed-app.ts';
import { tagged } from '../../versions.ts';
import { commitImport } from './commit-import.ts';
import { listImports, readImport, readRefusedRows } from './read-imports.ts';
import { readTemplate } from './read-template.ts';
import { tryImport } from './try-import.ts';
import { undoImport } from './undo-import.ts';

const megabytes = 10;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';

const fileHeaders = (name: string) => ({
  'content-disposition': `attachment; filename="${name.replace(/[^\w .()-]/g, '_')}"`,
  'cache-control': 'no-store',
});

const fileRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readImportTemplate,
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query };
      const { name, bytes } = await readTemplate(contextFor(service, request), input);
      const type = input.format === 'csv' ? csvType : xlsxType;
      return reply.headers(fileHeaders(name)).type(type).send(Buffer.from(bytes));
    },
  });
  app.route({
    ...contract.readRefusedRows,
    handler: async (request, reply) => {
      const { name, text } = await readRefusedRows(contextFor(service, request), request.params);
      return reply.headers(fileHeaders(name)).type(csvType).send(Buffer.from(text));
    },
  });
};

const uploadRoute = async (scope: App, service: Service): Promise<void> => {
  const limitOf = async (request: FastifyRequest): Promise<number> => {
    contextFor(service, request);
    return megabytes;
  };
  await takeUploads(scope, limitOf, 'send only the sheet with the figures, or parts of it');
  scope.route({
    ...contract.tryImport,
    handler: (request, reply) => {
      const file = (request.body as { readonly file?: unknown } | null | undefined)?.file;
      const input = { strategy: request.params.strategy, file: file instanceof Upload ? file : null };
      return tagged(reply, tryImport(contextFor(service, request), input));
    },
  });
};

export const importRoutes = async (app: App, service: Service): Promise<void> => {
  fileRoutes(app, service);
  app.route({
    ...contract.listImports,
    handler: (request) => listImports(contextFor(service, request), request.params),
  });
  app.route({
    ...contract.readImport,
    handler: (request, reply) => tagged(reply, readImport(contextFor(service, request), request.params)),
  });
  app.route({
    ...contract.commitImport,
    handler: (request, reply) => {
      const input = { ...request.params, ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, commitImport(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.undoImport,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, undoImport(contextFor(service, request), input));
    },
  });
  await app.register((scope: App) => uploadRoute(scope, service));
};
