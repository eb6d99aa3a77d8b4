import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { sendEvidenceFile } from '../../evidence-files/hand-out-evidence-file.ts';
import { takeEvidenceUploads } from '../../evidence-files/take-evidence-uploads.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged } from '../../versions.ts';
import { addSectionFile } from './add-section-file.ts';
import { readSectionFile } from './read-section-file.ts';
import { removeSectionFile } from './remove-section-file.ts';
import { changeOf } from './review-routes.ts';

export const sectionFileRoutes = async (app: App, service: Service): Promise<void> => {
  app.route({
    ...contract.readSectionFile,
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query };
      return sendEvidenceFile(reply, await readSectionFile(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.removeSectionFile,
    handler: (request, reply) => tagged(reply, removeSectionFile(contextFor(service, request), changeOf(request))),
  });
  await app.register(async (scope: App) => {
    await takeEvidenceUploads(scope, service);
    scope.route({
      ...contract.addSectionFile,
      handler: (request, reply) => tagged(reply, addSectionFile(contextFor(service, request), changeOf(request))),
    });
  });
};
