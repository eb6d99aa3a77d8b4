import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { exportAudit } from './export-audit.ts';
import { readAudit } from './read-audit.ts';
import { readVerification } from './verify-records.ts';

export const auditRoutes = (app: App, service: Service): void => {
  app.route({ ...contract.readAudit, handler: (request) => readAudit(contextFor(service, request), request.query) });
  app.route({
    ...contract.exportAudit,
    handler: async (request, reply) => {
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
