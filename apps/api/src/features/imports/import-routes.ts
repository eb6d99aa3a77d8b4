import * as contract from '@fbs/contract';
import { importLimits } from '@fbs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '../../context.ts';
import { attachment } from '../../plugins/attachment.ts';
import { openStreams } from '../../plugins/event-streams.ts';
import type { TellChanged } from '../../plugins/events.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import { takeUploads, Upload } from '../../plugins/uploads.ts';
import type { App } from '../../typed-app.ts';
import { tagged } from '../../versions.ts';
import { cancelImport } from './cancel-import.ts';
import { commitImport } from './commit-import.ts';
import { listImports, readImport, readImportRows } from './read-imports.ts';
import { readRefusedRows, readTemplate } from './read-template.ts';
import { tryImport } from './try-import.ts';
import { undoImport } from './undo-import.ts';
import { watchImport } from './watch-import.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';

const fileRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readImportTemplate,
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query };
      const { name, bytes } = await readTemplate(contextFor(service, request), input);
      const type = input.format === 'csv' ? csvType : xlsxType;
      return reply.headers(attachment(name)).type(type).send(Buffer.from(bytes));
    },
  });
  app.route({
    ...contract.readRefusedRows,
    handler: async (request, reply) => {
      const { name, bytes } = await readRefusedRows(contextFor(service, request), request.params);
      return reply
        .headers(attachment(name))
        .type(csvType)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  });
};

type Waiting = { readonly query: { readonly wait?: 'false' | undefined }; readonly log: FastifyRequest['log'] };

/** Whether the caller waits; what goes wrong behind the back of one who does not is written down. */
const waiting = ({ query, log }: Waiting, tellChanged: TellChanged) => {
  const report = (error: unknown): void => log.error({ err: error }, 'an import failed');
  const wait = query.wait !== 'false';
  return { wait, report, ended: wait ? () => undefined : () => void tellChanged().catch(report) };
};

/** 202 where the work goes on behind the answer. */
const underWay = async (
  reply: FastifyReply,
  answer: Promise<contract.ImportDetail>,
): Promise<contract.ImportDetail> => {
  const detail = await tagged(reply, answer);
  if (detail.progress !== null) reply.code(202);
  return detail;
};

const progressRoute = (app: App, service: Service): void => {
  const streams = openStreams(app);
  app.route({
    ...contract.watchImport,
    handler: async (request, reply) => {
      const watch = await watchImport(contextFor(service, request), request.params);
      const stream = streams.open(reply);
      watch({
        progress: (progress) => stream.send('progress', progress),
        ended: (end) => {
          stream.send('ended', end);
          stream.close();
        },
      });
    },
  });
};

const uploadRoute = async (scope: App, service: Service, tellChanged: TellChanged): Promise<void> => {
  const limitOf = async (request: FastifyRequest): Promise<number> => {
    contextFor(service, request);
    return importLimits.megabytes;
  };
  await takeUploads(scope, limitOf, 'send only the sheet with the figures, or parts of it');
  scope.route({
    ...contract.tryImport,
    handler: (request, reply) => {
      const file = (request.body as { readonly file?: unknown } | null | undefined)?.file;
      const input = { strategy: request.params.strategy, file: file instanceof Upload ? file : null };
      return underWay(reply, tryImport(contextFor(service, request), { ...input, ...waiting(request, tellChanged) }));
    },
  });
};

export const importRoutes = async (app: App, service: Service, tellChanged: TellChanged): Promise<void> => {
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
    ...contract.readImportRows,
    handler: (request) => readImportRows(contextFor(service, request), { ...request.params, ...request.query }),
  });
  progressRoute(app, service);
  app.route({
    ...contract.commitImport,
    handler: (request, reply) => {
      const input = {
        ...request.params,
        ...request.body,
        ifMatch: request.headers['if-match'],
        ...waiting(request, tellChanged),
      };
      return underWay(reply, commitImport(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.cancelImport,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, cancelImport(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.undoImport,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, undoImport(contextFor(service, request), input));
    },
  });
  await app.register((scope: App) => uploadRoute(scope, service, tellChanged));
};
