import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { forgetSession, rememberSession, signedInOf } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { readSession, signIn, signOut } from './session-use-cases.ts';

export const sessionRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readSession,
    handler: (request) => readSession(service, signedInOf(request)?.actor ?? null),
  });
  app.route({
    ...contract.signIn,
    handler: async (request, reply) => {
      const { token, session } = await signIn(service, request.body.persona);
      rememberSession(reply, token);
      return session;
    },
  });
  app.route({
    ...contract.signOut,
    handler: async (request, reply) => {
      const signedIn = signedInOf(request);
      forgetSession(reply);
      return signedIn === undefined ? readSession(service, null) : signOut(service, signedIn.actor, signedIn.sessionId);
    },
  });
};
