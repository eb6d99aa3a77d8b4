import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor, signedInOf } from '../../plugins/sign-in-sessions.ts';
import { browserOf } from '../../sessions/begin-session.ts';
import { forgetSession, rememberSession } from '../../sessions/session-cookie.ts';
import type { App } from '../../typed-app.ts';
import { endOtherSessions, endSession, endSessionsOf, listSessions } from './own-sessions.ts';
import { readSession, signIn, signOut } from './session-use-cases.ts';

const ownSessionRoutes = (app: App, service: Service): void => {
  app.route({ ...contract.listSessions, handler: (request) => listSessions(contextFor(service, request)) });
  app.route({ ...contract.endOtherSessions, handler: (request) => endOtherSessions(contextFor(service, request)) });
  app.route({
    ...contract.endSession,
    handler: (request) => endSession(contextFor(service, request), request.params),
  });
  app.route({
    ...contract.endSessionsOf,
    handler: (request) => endSessionsOf(contextFor(service, request), request.params),
  });
};

export const sessionRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readSession,
    handler: (request) => readSession(service, signedInOf(request)?.actor ?? null),
  });
  app.route({
    ...contract.signIn,
    handler: async (request, reply) => {
      const { token, session } = await signIn(
        service,
        request.body.persona,
        browserOf(request, signedInOf(request)?.sessionId),
      );
      rememberSession(service, reply, token);
      return session;
    },
  });
  app.route({
    ...contract.signOut,
    handler: async (request, reply) => {
      const signedIn = signedInOf(request);
      forgetSession(service, reply);
      return signedIn === undefined ? readSession(service, null) : signOut(service, signedIn.actor, signedIn.sessionId);
    },
  });
  ownSessionRoutes(app, service);
};
