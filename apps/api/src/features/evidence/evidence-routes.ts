import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import { takeUploads } from '../../plugins/uploads.ts';
import { loadSettings } from '../../results/settings.ts';
import type { App } from '../../typed-app.ts';
import { addEvidence } from './add-evidence.ts';
import { readEvidence } from './read-evidence.ts';
import { readEvidenceFile } from './read-evidence-file.ts';
import { removeEvidence } from './remove-evidence.ts';

/** Only ever saved, never shown or run in the page, and nothing a page of this site may be made of. */
const fileHeaders = (name: string) => ({
  ...attachment(name),
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
});

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
      const { name, mediaType, bytes } = await readEvidenceFile(contextFor(service, request), input);
      return reply
        .headers(fileHeaders(name))
        .type(mediaType)
        .send(bytes as never);
    },
  });
  await app.register(async (scope: App) => {
    await takeUploads(scope, async (request) => {
      contextFor(service, request);
      return (await service.database.read((queries) => loadSettings(queries))).evidenceSizeLimit;
    });
    scope.route({
      ...contract.addEvidence,
      handler: async (request, reply) =>
        reply.code(201).send(await addEvidence(contextFor(service, request), { ...request.params, ...request.body })),
    });
  });
};
