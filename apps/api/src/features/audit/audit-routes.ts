import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { exportAudit } from './export-audit.ts';
import { readAudit } from './read-audit.ts';
import { readVerification } from './verify-records.ts';

/** `writeRefusals` brings into the trail what waits to be written to it: whoever reads it reads all of it. */
export const auditRoutes = (app: App, service: Service, writeRefusals: () => Promise<void>): void => {
  app.route({
    ...contract.readAudit,
    handler: async (request) => {
      await writeRefusals();
      return readAudit(contextFor(service, request), request.query);
    },
  });
  app.route({
    ...contract.exportAudit,
    handler: async (request, reply) => {
      await writeRefusals();
      const lines = await exportAudit(contextFor(service, request), request.query);
      return reply
        .headers(attachment('FBS-audit-log.csv'))
        .type('text/csv; charset=utf-8')
        .send(lines as never);
    },
  });
  app.route({
    ...contract.verifyAudit,
    handler: (request) => readVerification(contextFor(service, request)),
  });
};
