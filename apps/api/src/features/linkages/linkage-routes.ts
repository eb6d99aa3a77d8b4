import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { readLinkages } from './read-linkages.ts';

export const linkageRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readLinkages,
    handler: (request) => readLinkages(contextFor(service, request), { ...request.params, ...request.query }),
  });
};
