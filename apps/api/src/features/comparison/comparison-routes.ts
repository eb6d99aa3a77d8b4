import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { readComparison } from './read-comparison.ts';

export const comparisonRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readComparison,
    handler: (request) => readComparison(contextFor(service, request), { ...request.params, ...request.query }),
  });
};
