import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from './problem-details.ts';

export const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** A file's name ends in letters; an objective's address, /objectives/2.1, does not. */
const isFile = (url: string): boolean => /\.[a-z]\w*$/i.test(url.split('?')[0] ?? '');

/** The built screens: hashed files for ever, the page itself always fresh, and the page for every address of the site. */
export const serveScreens = async (app: FastifyInstance, folder: string): Promise<void> => {
  if (!existsSync(`${folder}/index.html`)) return;
  await app.register(async (screens) => {
    await screens.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      wildcard: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
        // of what is written in letters it is the one kind that the file server names no encoding for
        if (/\.svg(\.(br|gz))?$/.test(path)) response.header('content-type', 'image/svg+xml; charset=utf-8');
      },
    });
    screens.get('/*', { schema: { hide: true } as object }, (request, reply) =>
      request.url.startsWith('/api/') || isFile(request.url) ? notFound(request, reply) : reply.sendFile('index.html'),
    );
  });
};
