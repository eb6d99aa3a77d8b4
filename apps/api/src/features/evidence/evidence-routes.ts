import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { sendEvidenceFile } from '../../evidence-files/hand-out-evidence-file.ts';
import { takeEvidenceUploads } from '../../evidence-files/take-evidence-uploads.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { addEvidence } from './add-evidence.ts';
import { readEvidence } from './read-evidence.ts';
import { readEvidenceFile } from './read-evidence-file.ts';
import { removeEvidence } from './remove-evidence.ts';

export const evidenceRoutes = async (app: App, service: Service): Promise<void> => {
  app.route({
    ...contract.readEvidence,
    handler: (request) => readEvidence(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.removeEvidence,
    handler: (request) => removeEvidence(contextFor(service, request), request.params),
  });
  app.route({
    ...contract.readEvidenceFile,
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query };
      return sendEvidenceFile(reply, await readEvidenceFile(contextFor(service, request), input));
    },
  });
  await app.register(async (scope: App) => {
    await takeEvidenceUploads(scope, service);
    scope.route({
      ...contract.addEvidence,
      handler: async (request, reply) =>
        reply.code(201).send(await addEvidence(contextFor(service, request), { ...request.params, ...request.body })),
    });
  });
};
