import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { readCompleteness } from './read-completeness.ts';
import { sendReminders } from './send-reminders.ts';

export const completenessRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readCompleteness,
    handler: (request) => readCompleteness(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.sendReminders,
    handler: (request) => sendReminders(contextFor(service, request), { ...request.params, ...request.body }),
  });
};
