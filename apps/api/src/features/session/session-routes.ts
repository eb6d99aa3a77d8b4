import * as contract from '@fbs/contract';
import type { FastifyReply } from 'fastify';
import type { Service } from '../../context.ts';
import { contextFor, signedInOf } from '../../plugins/sign-in-sessions.ts';
import { browserOf } from '../../sessions/begin-session.ts';
import {
  attemptOf,
  forgetAttempt,
  forgetSession,
  rememberAttempt,
  rememberSession,
} from '../../sessions/session-cookie.ts';
import type { App } from '../../typed-app.ts';
import { endOtherSessions, endSession, endSessionsOf, listSessions } from './own-sessions.ts';
import { proveIdentity } from './prove-identity.ts';
import { readSession, signIn, signOut } from './session-use-cases.ts';
import { beginSignIn, finishSignIn, type Way } from './sign-in-by-provider.ts';

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

/** Sends the browser on, with what it is to remember. */
const sendOn = (service: Service, reply: FastifyReply, { to, sealed, token, why }: Way): FastifyReply => {
  if (why !== null) reply.log.warn({ why }, 'single sign-on let nobody in');
  if (sealed === null) forgetAttempt(service, reply);
  else rememberAttempt(service, reply, sealed);
  if (token !== null) rememberSession(service, reply, token);
  return reply.header('cache-control', 'no-store').redirect(to, 302);
};

const providerRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.beginSingleSignOn,
    handler: async (request, reply) => {
      const { returnTo, prove } = request.query;
      const sessionId = signedInOf(request)?.sessionId ?? null;
      return sendOn(service, reply, await beginSignIn(service, { returnTo, prove: prove === 'true', sessionId }));
    },
  });
  app.route({
    ...contract.endSingleSignOn,
    handler: async (request, reply) => {
      const query = request.url.split('?').slice(1).join('?');
      const browser = browserOf(request, undefined);
      return sendOn(
        service,
        reply,
        await finishSignIn(service, { query, sealed: attemptOf(service, request), browser }),
      );
    },
  });
};

export const sessionRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readSession,
    handler: (request) => readSession(service, signedInOf(request) ?? null),
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
    handler: (request, reply) => {
      forgetSession(service, reply);
      return signOut(service, signedInOf(request));
    },
  });
  app.route({
    ...contract.proveIdentity,
    handler: async (request, reply) => {
      const { outcome, token } = await proveIdentity(contextFor(service, request), request.body);
      if (token !== null) rememberSession(service, reply, token);
      return { outcome };
    },
  });
  ownSessionRoutes(app, service);
  providerRoutes(app, service);
};
