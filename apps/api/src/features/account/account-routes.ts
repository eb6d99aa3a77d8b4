import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor, signedInOf } from '../../plugins/sign-in-sessions.ts';
import { browserOf } from '../../sessions/begin-session.ts';
import { rememberSession } from '../../sessions/session-cookie.ts';
import type { App } from '../../typed-app.ts';
import { acceptAccountLink } from './accept-account-link.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { readOwnAccount } from './own-account.ts';
import { readAccountLink } from './read-account-link.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { startSecondFactor } from './start-second-factor.ts';

const doorRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.signInWithPassword,
    handler: async (request, reply) => {
      const browser = browserOf(request, signedInOf(request)?.sessionId);
      const entered = await signInWithPassword(service, request.body, browser);
      if (entered.outcome === 'signed_in') rememberSession(service, reply, entered.token);
      return { outcome: entered.outcome, path: entered.outcome === 'second_factor_needed' ? entered.path : null };
    },
  });
  app.route({ ...contract.readAccountLink, handler: (request) => readAccountLink(service, request.body.token) });
  app.route({
    ...contract.acceptAccountLink,
    handler: async (request, reply) => {
      const browser = browserOf(request, signedInOf(request)?.sessionId);
      const { token, recoveryCodes } = await acceptAccountLink(service, request.body, browser);
      rememberSession(service, reply, token);
      return { recoveryCodes };
    },
  });
};

export const accountRoutes = (app: App, service: Service): void => {
  doorRoutes(app, service);
  app.route({ ...contract.readOwnAccount, handler: (request) => readOwnAccount(contextFor(service, request)) });
  app.route({
    ...contract.changePassword,
    handler: (request) => changePassword(contextFor(service, request), request.body),
  });
  app.route({ ...contract.startSecondFactor, handler: (request) => startSecondFactor(contextFor(service, request)) });
  app.route({
    ...contract.confirmSecondFactor,
    handler: (request) => confirmSecondFactor(contextFor(service, request), request.body),
  });
  app.route({
    ...contract.removeSecondFactor,
    handler: (request) => removeSecondFactor(contextFor(service, request), request.body),
  });
  app.route({ ...contract.makeRecoveryCodes, handler: (request) => makeRecoveryCodes(contextFor(service, request)) });
};
