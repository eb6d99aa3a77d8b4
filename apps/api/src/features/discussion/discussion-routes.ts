import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged } from '../../versions.ts';
import { addComment } from './add-comment.ts';
import { readDiscussion } from './read-discussion.ts';
import { reopenComment, resolveComment } from './resolve-comment.ts';

export const discussionRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.readDiscussion,
    handler: (request) => readDiscussion(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.addComment,
    handler: async (request, reply) =>
      reply.code(201).send(await addComment(contextFor(service, request), { ...request.params, ...request.body })),
  });
  app.route({
    ...contract.resolveComment,
    handler: (request, reply) =>
      tagged(
        reply,
        resolveComment(contextFor(service, request), { ...request.params, ifMatch: request.headers['if-match'] }),
      ),
  });
  app.route({
    ...contract.reopenComment,
    handler: (request, reply) =>
      tagged(
        reply,
        reopenComment(contextFor(service, request), { ...request.params, ifMatch: request.headers['if-match'] }),
      ),
  });
};
