import * as contract from '@fbs/contract';
import type { FastifyReply } from 'fastify';
import type { Service } from '../../context.ts';
import { untilGone } from '../../in-thread.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { tagged } from '../../versions.ts';
import { exportPlan } from './export-plan.ts';
import { exportReview, type Paper } from './export-review.ts';
import { exportYears } from './export-years.ts';
import { openReview, reopenReview, returnFromClearance, sendToClearance, signOffReview } from './move-review.ts';
import { readExportOutline } from './read-export-outline.ts';
import { listReviews, readReview, readReviewSection, readReviewVersion } from './read-review.ts';
import { readReviewChanges } from './read-review-changes.ts';
import { readSectionChanges } from './read-section-changes.ts';
import {
  addCorrectiveAction,
  clearReviewSection,
  returnReviewSection,
  submitReviewSection,
  updateCorrectiveAction,
  writeReview,
  writeReviewSection,
} from './write-review.ts';

const readingRoutes = (app: App, service: Service): void => {
  app.route({
    ...contract.listReviews,
    handler: (request) => listReviews(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.readReview,
    handler: (request, reply) =>
      tagged(reply, readReview(contextFor(service, request), { ...request.params, ...request.query })),
  });
  app.route({
    ...contract.readReviewSection,
    handler: (request, reply) =>
      tagged(reply, readReviewSection(contextFor(service, request), { ...request.params, ...request.query })),
  });
  app.route({
    ...contract.readReviewVersion,
    handler: async (request, reply) => {
      const { text, sha256 } = await readReviewVersion(contextFor(service, request), request.params);
      reply.header('etag', `"${sha256}"`).type('application/json; charset=utf-8');
      // the stored text itself: serializing it anew could change a byte
      return reply.serializer(String).send(text as never);
    },
  });
  app.route({
    ...contract.readSectionChanges,
    handler: (request) => readSectionChanges(contextFor(service, request), request.params),
  });
  app.route({
    ...contract.readReviewChanges,
    handler: (request) => readReviewChanges(contextFor(service, request), { ...request.params, ...request.query }),
  });
  app.route({
    ...contract.exportReview,
    handler: async (request, reply) => {
      const signal = untilGone(reply.raw);
      const input = { ...request.params, ...request.query, signal };
      return sendPaper(reply, await exportReview(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.exportPlan,
    handler: async (request, reply) => {
      const input = { ...request.params, signal: untilGone(reply.raw) };
      return sendPaper(reply, await exportPlan(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.exportYears,
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query, signal: untilGone(reply.raw) };
      return sendPaper(reply, await exportYears(contextFor(service, request), input));
    },
  });
  app.route({
    ...contract.readExportOutline,
    handler: (request) => readExportOutline(contextFor(service, request), { ...request.params, ...request.query }),
  });
};

const sendPaper = (reply: FastifyReply, { bytes, name, mediaType }: Paper) =>
  reply
    .headers(attachment(name))
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/** Params, body and the version seen: what every change of a review is made from. */
export const changeOf = <P extends object, B>(request: {
  params: P;
  body: B;
  headers: { 'if-match'?: string | undefined };
}) => ({
  ...request.params,
  ...request.body,
  ifMatch: request.headers['if-match'],
});

const reviewSteps = (app: App, service: Service): void => {
  app.route({
    ...contract.writeReview,
    handler: (request, reply) => tagged(reply, writeReview(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.openReview,
    handler: (request, reply) => tagged(reply, openReview(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.sendToClearance,
    handler: (request, reply) => tagged(reply, sendToClearance(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.returnFromClearance,
    handler: (request, reply) => tagged(reply, returnFromClearance(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.signOffReview,
    handler: (request, reply) => tagged(reply, signOffReview(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.reopenReview,
    handler: (request, reply) => tagged(reply, reopenReview(contextFor(service, request), changeOf(request))),
  });
};

const sectionSteps = (app: App, service: Service): void => {
  app.route({
    ...contract.writeReviewSection,
    handler: (request, reply) => tagged(reply, writeReviewSection(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.submitReviewSection,
    handler: (request, reply) => tagged(reply, submitReviewSection(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.returnReviewSection,
    handler: (request, reply) => tagged(reply, returnReviewSection(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.clearReviewSection,
    handler: (request, reply) => tagged(reply, clearReviewSection(contextFor(service, request), changeOf(request))),
  });
  app.route({
    ...contract.addCorrectiveAction,
    handler: async (request, reply) =>
      reply
        .code(201)
        .send(await addCorrectiveAction(contextFor(service, request), { ...request.params, ...request.body })),
  });
  app.route({
    ...contract.updateCorrectiveAction,
    handler: (request, reply) => tagged(reply, updateCorrectiveAction(contextFor(service, request), changeOf(request))),
  });
};

export const reviewRoutes = (app: App, service: Service): void => {
  readingRoutes(app, service);
  reviewSteps(app, service);
  sectionSteps(app, service);
};
