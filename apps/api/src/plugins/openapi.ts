import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from '../typed-app.ts';

/** The API describes itself from the same contract that it is checked against. */
export const describeApi = async (app: App, version: string): Promise<void> => {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'FBS Performance Dashboard',
        version,
        description:
          'Decimals travel as strings, years as numbers (U.S. fiscal years), days as 2020-12-31, times in UTC. Refusals are problem+json (RFC 9457). Writes take the ETag they saw in If-Match.',
      },
      tags: [
        { name: 'session', description: 'Sign in and out' },
        { name: 'strategy', description: 'The plan, the overview, goals and objectives' },
        { name: 'indicators', description: 'Indicators and their definitions' },
        { name: 'entry', description: 'Values and targets' },
        { name: 'evidence', description: 'What shows that a figure, or what a review says, is right' },
        { name: 'discussion', description: 'What people say about a figure' },
        { name: 'imports', description: 'Spreadsheets in and out: template, dry run, import, undo' },
        { name: 'linkages', description: 'What the strategy links up to' },
        { name: 'reviews', description: 'The annual review' },
        { name: 'exports', description: 'Reviews and strategies as files' },
        { name: 'service', description: 'The service itself' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/api/docs' });
  // half a megabyte, the same for everybody: written out once
  let bytes: Buffer | undefined;
  app.get('/api/openapi.json', { schema: { hide: true } as object }, (_request, reply) => {
    bytes ??= Buffer.from(JSON.stringify(app.swagger()));
    return reply.type('application/json; charset=utf-8').send(bytes);
  });
};
