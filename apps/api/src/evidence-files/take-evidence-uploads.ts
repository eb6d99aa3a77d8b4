import type { Service } from '../context.ts';
import { contextFor } from '../plugins/sign-in-sessions.ts';
import { takeUploads } from '../plugins/uploads.ts';
import { loadSettings } from '../results/settings.ts';
import type { App } from '../typed-app.ts';

/** Lets the routes of a scope take a file of evidence, as large as the office's settings allow. */
export const takeEvidenceUploads = (scope: App, service: Service): Promise<void> =>
  takeUploads(scope, async (request) => {
    contextFor(service, request);
    return (await service.database.read((queries) => loadSettings(queries))).evidenceSizeLimit;
  });
