import type { FastifyInstance, RouteOptions } from 'fastify';
import { type Measures, type RouteMeasure, Timing } from './measures.ts';

type Meta = { readonly meta?: () => { readonly format?: string } | undefined };
type Answers = { readonly response?: { readonly 200?: Meta } };

/** The contract says which answers are streams. */
const isStream = ({ schema }: RouteOptions): boolean => {
  const answer = (schema as Answers | undefined)?.response?.[200];
  return answer?.meta?.()?.format === 'text/event-stream';
};

const listOf = <T>(hooks: T | T[] | undefined): T[] => {
  if (hooks === undefined) return [];
  return Array.isArray(hooks) ? hooks : [hooks];
};

const countStreams = (route: RouteOptions, measures: Measures): void => {
  route.preHandler = [
    ...listOf(route.preHandler),
    (_request, reply, done) => {
      measures.streams += 1;
      reply.raw.once('close', () => {
        measures.streams -= 1;
      });
      done();
    },
  ];
};

/** Counts the answers of each route by its template. A route knows its own counter, so that an answer looks nothing up. */
export const measureRequests = (app: FastifyInstance, measures: Measures): void => {
  app.addHook('onRoute', (route) => {
    const stream = isStream(route);
    const measure: RouteMeasure = {
      method: String(route.method),
      route: route.url,
      statuses: new Map(),
      timing: stream ? null : new Timing(),
    };
    measures.routes.push(measure);
    if (stream) countStreams(route, measures);
    const { statuses, timing } = measure;
    route.onResponse = [
      ...listOf(route.onResponse),
      (_request, { statusCode, elapsedTime }, done) => {
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        timing?.add(elapsedTime / 1000);
        done();
      },
    ];
  });
};
