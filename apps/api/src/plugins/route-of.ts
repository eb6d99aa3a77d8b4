import type { FastifyRequest } from 'fastify';

/**
 * Where a request leads. An address can be written in several ways that all lead to one route (/%61pi/session,
 * http://any/api/session), so what is held to rules by its address is held by its route.
 */
export const routeOf = ({ routeOptions, url }: FastifyRequest): string => routeOptions.url ?? url;

export const isOfApi = (request: FastifyRequest): boolean => routeOf(request).startsWith('/api/');
