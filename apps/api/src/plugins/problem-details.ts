import type { Socket } from 'node:net';
import type { Problem, ProblemCode } from '@fbs/contract';
import { DatabaseTrouble } from '@fbs/db';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DomainError } from '../domain-error.ts';
import { answerHeaders } from './answer-headers.ts';
import type { RefusalTrail } from './refusal-trail.ts';

const statusOf: Readonly<Record<ProblemCode, number>> = {
  bad_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  proof_needed: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  already_exists: 409,
  stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  refused: 422,
  precondition_required: 428,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};

const titleOf: Readonly<Record<ProblemCode, string>> = {
  bad_request: 'The request is not well formed',
  not_signed_in: 'Not signed in',
  not_allowed: 'Not allowed',
  proof_needed: 'Show that it is still you',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  conflict: 'Not possible now',
  already_exists: 'Exists already',
  stale: 'Changed by someone else',
  too_large: 'Too large',
  unsupported_media_type: 'Unsupported content type',
  invalid: 'Something in it needs fixing',
  refused: 'Refused',
  precondition_required: 'Version missing',
  too_many_requests: 'Too many requests',
  internal: 'Something went wrong here',
  unavailable: 'Unavailable',
};

type Body = Problem & { current?: unknown };

const bodyOf = (code: ProblemCode, detail: string, more: Partial<Body> = {}): Body => ({
  type: `urn:fbs:problem:${code}`,
  title: titleOf[code],
  status: statusOf[code],
  detail,
  code,
  ...more,
});

const fastifyCodes: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'Send the body as application/json.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large', 'The body is larger than this service takes: send less at once.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['bad_request', 'The body is empty: send a JSON object, or leave the content type out.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['bad_request', 'The body is not JSON: check its quotes, commas and brackets.'],
};

type Invalid = NonNullable<FastifyError['validation']>[number];

/** A key that the contract does not know is named by itself: it is most often a slip of the pen. */
const errorsOf = ({ instancePath, keyword, message, params }: Invalid): NonNullable<Problem['errors']> => {
  const keys = keyword === 'unrecognized_keys' && Array.isArray(params.keys) ? (params.keys as string[]) : [];
  const unknown = keys.map((key) => ({
    pointer: `${instancePath === '/' ? '' : instancePath}/${key}`,
    detail: 'is not known here: check its spelling, or leave it out',
  }));
  if (unknown.length > 0) return unknown;
  return [{ pointer: instancePath === '' ? '/' : instancePath, detail: message ?? 'is not as described' }];
};

const validationProblem = (error: FastifyError): Body => {
  const errors = (error.validation ?? []).flatMap(errorsOf);
  const where = error.validationContext ?? 'request';
  const first = errors[0];
  const detail = `The ${where} is not as described: ${first ? `${first.pointer} ${first.detail}` : 'see the API description'}.`;
  return bodyOf('bad_request', detail, { errors });
};

const problemOf = (error: unknown): Body | null => {
  if (error instanceof DomainError) {
    const more: Partial<Body> = {};
    if (error.errors !== undefined) more.errors = error.errors.map((each) => ({ ...each }));
    if (error.current !== undefined) more.current = error.current;
    return bodyOf(error.code, error.message, more);
  }
  if (error instanceof DatabaseTrouble) return bodyOf('unavailable', error.message);
  if (hasZodFastifySchemaValidationErrors(error)) return validationProblem(error);
  const { code, statusCode } = error as FastifyError;
  const known = fastifyCodes[code ?? ''];
  if (known !== undefined) return bodyOf(...known);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return bodyOf('bad_request', 'The request is not well formed: see /api/docs for what is expected.');
  }
  return null;
};

/** Seconds after which it is worth to ask again. */
const retryAfter = '30';

const send = (reply: FastifyReply, body: Body): FastifyReply =>
  reply
    .code(body.status)
    .headers({ 'x-request-id': reply.request.id, ...(body.status === 503 ? { 'retry-after': retryAfter } : {}) })
    .type('application/problem+json')
    // past the answer's schema: a problem may carry the current state of anything
    .serializer(JSON.stringify)
    .send(body);

/** Every refusal, and every bug, answers in one shape: RFC 9457. */
export const answerProblems = (app: FastifyInstance, onRefusal: RefusalTrail['note'] = () => {}): void => {
  app.setErrorHandler((error, request: FastifyRequest, reply) => {
    const problem = problemOf(error);
    if (problem === null) {
      request.log.error({ err: error }, 'a request failed');
      return send(
        reply,
        bodyOf('internal', `The service made a mistake; nothing was changed. Report request ${request.id}.`),
      );
    }
    // no mistake of the service, but somebody has to hear of it
    if (error instanceof DatabaseTrouble) request.log.error({ err: error }, 'the database cannot be used');
    if (error instanceof DomainError && error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    onRefusal(request, problem.code, problem.detail);
    return send(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => notFound(request, reply));
};

/** An address that cannot be taken apart never reaches a route, nor the handlers above. */
export const answerBadAddress = (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
  const detail = 'The address is not well formed: check its percent signs, and that no part of it is too long.';
  send(reply.headers(answerHeaders), bodyOf('bad_request', detail));
};

const brokenRequests: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['too_large', 'The address and the heads of the request are longer than this service takes.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['bad_request', 'The request did not arrive whole in time: send it again.'],
};

/** What is no HTTP at all, or never ends, is answered on the bare connection, which then closes. */
export const answerBrokenRequest = (error: { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const known = brokenRequests[error.code ?? ''];
  const body = bodyOf(...(known ?? (['bad_request', 'The request is not well formed HTTP.'] as const)));
  const text = JSON.stringify(body);
  const heads = Object.entries({
    ...answerHeaders,
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  });
  const lines = [`HTTP/1.1 ${body.status} ${body.title}`, ...heads.map(([name, value]) => `${name}: ${value}`)];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
};

export const notFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  send(
    reply,
    bodyOf('not_found', `There is nothing at ${request.method} ${request.url.split('?')[0]}: see /api/docs.`),
  );
