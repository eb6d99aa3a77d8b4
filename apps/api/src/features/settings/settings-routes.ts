import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged } from '../../versions.ts';
import { changeSettings } from './change-settings.ts';
import { readSettings } from './read-settings.ts';
import { readSeal, setSeal } from './set-seal.ts';

export const settingsRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readSettings,
    handler: (request, reply) => tagged(reply, readSettings(contextFor(service, request))),
  });
  app.route({
    ...contract.changeSettings,
    handler: (request, reply) => {
      const change = { ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, changeSettings(contextFor(service, request), change));
    },
  });
  app.route({
    ...contract.setSeal,
    handler: (request, reply) => {
      const change = { ...request.body, ifMatch: request.headers['if-match'] };
      return tagged(reply, setSeal(contextFor(service, request), change));
    },
  });
  app.route({
    ...contract.readSeal,
    handler: async (request, reply) => {
      const { mediaType, data } = await readSeal(contextFor(service, request));
      return reply.type(mediaType).send(Buffer.from(data, 'base64') as never);
    },
  });
};
