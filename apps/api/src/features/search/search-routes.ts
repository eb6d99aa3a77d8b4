import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { searchStrategy } from './search-strategy.ts';

export const searchRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.search,
    handler: (request) => searchStrategy(contextFor(service, request), { ...request.params, ...request.query }),
  });
};
