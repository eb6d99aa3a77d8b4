import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged, tagOf } from '../../versions.ts';
import { changePerson, disablePerson, enablePerson } from './change-person.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { makeAccountLink } from './make-account-link.ts';

export const peopleRoutes = (app: App, service: Service): void => {
  app.route({ ...contract.listPeople, handler: (request) => listPeople(contextFor(service, request)) });
  app.route({
    ...contract.invitePerson,
    handler: async (request, reply) => {
      const made = await invitePerson(contextFor(service, request), request.body);
      return reply.code(201).header('etag', tagOf(made.person.version)).send(made);
    },
  });
  app.route({
    ...contract.changePerson,
    handler: (request, reply) => {
      const input = { ...request.body, ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, changePerson(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.disablePerson,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, disablePerson(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.enablePerson,
    handler: (request, reply) => {
      const input = { ...request.params, ifMatch: request.headers['if-match'] };
      return tagged(reply, enablePerson(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.makeAccountLink,
    handler: (request) => makeAccountLink(contextFor(service, request), { ...request.params, ...request.body }),
  });
};
