import * as contract from '@fbs/contract';
import { serviceRepository } from '@fbs/db';
import type { Service } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { routeOf } from '../plugins/route-of.ts';
import type { App } from '../typed-app.ts';
import { readinessCheck } from './readiness.ts';
import type { RunState } from './run-state.ts';

/** What watches over the service asks here; nothing of it needs somebody signed in. */
export const healthRoutes = (app: App, service: Service, state: RunState): void => {
  const { database, mode, version } = service;
  const checkReadiness = readinessCheck(service, state);
  app.route({
    ...contract.readHealth,
    handler: async () => ({
      status: 'ok' as const,
      version,
      mode,
      dataVersion: (await database.read(serviceRepository.readDataVersions)).data,
    }),
  });
  app.route({ ...contract.readLiveness, handler: async () => ({ status: 'live' as const }) });
  app.route({
    ...contract.readReadiness,
    handler: async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      await checkReadiness();
      return { status: 'ready' as const };
    },
  });
};

/** What still comes in over open connections once the service stops is sent away; what runs already goes on. */
export const refuseWhileStopping = (app: App, state: RunState): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!state.isStopping() || routeOf(request).startsWith('/api/health/')) return done();
    done(new DomainError('unavailable', 'The service is stopping: try again in a minute.'));
  });
};
