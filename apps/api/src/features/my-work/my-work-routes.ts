import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { markSeen } from './mark-seen.ts';
import { readMyWork } from './read-my-work.ts';

export const myWorkRoutes = (app: App, service: Service): void => {
  app.route({ ...contract.readMyWork, handler: (request) => readMyWork(contextFor(service, request), request.params) });
  app.route({
    ...contract.markSeen,
    handler: (request) => markSeen(contextFor(service, request), { ...request.params, ...request.body }),
  });
};
