import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Empty until it is asked for: Fastify gathers all that it knows of the route each time. */
    knownRoute: string;
  }
}

export const rememberRoutes = (app: FastifyInstance): void => {
  app.decorateRequest('knownRoute', '');
};

/**
 * Where a request leads. An address can be written in several ways that all lead to one route (/%61pi/session,
 * http://any/api/session), so what is held to rules by its address is held by its route.
 */
export const routeOf = (request: FastifyRequest): string => {
  request.knownRoute ||= request.routeOptions.url ?? request.url;
  return request.knownRoute;
};

export const isOfApi = (request: FastifyRequest): boolean => routeOf(request).startsWith('/api/');
