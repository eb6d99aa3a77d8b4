import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.ts';

/** A file as it was sent, with its name. */
export class Upload {
  readonly name: string;
  readonly bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
}

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? '';

/** In the words of the parser: cut off, without its boundary, or with one (the needle) longer than forms have. */
const brokenForm = /multipart|boundary|terminated early|aborted|needle/i;

const refusalOf = (error: unknown, megabytes: number, advice: string): unknown => {
  const code = codeOf(error);
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return new DomainError('too_large', `The file is larger than ${megabytes} MB: ${advice}.`, {
      errors: [{ pointer: '/file', detail: `Choose a file of up to ${megabytes} MB.` }],
    });
  }
  if (code.endsWith('_LIMIT'))
    return new DomainError('bad_request', 'Send one file at once, with its title before it.');
  const isBroken = error instanceof Error && brokenForm.test(error.message);
  return isBroken ? new DomainError('bad_request', 'The file did not arrive whole: send it again.') : error;
};

const readForm = async (request: FastifyRequest, megabytes: number): Promise<Record<string, unknown>> => {
  const form: Record<string, unknown> = {};
  const limits = { fileSize: Math.floor(megabytes * 1_000_000), files: 1, fields: 8, fieldSize: 10_000 };
  for await (const part of request.parts({ limits })) {
    form[part.fieldname] = part.type === 'file' ? new Upload(part.filename, await part.toBuffer()) : part.value;
  }
  return form;
};

/**
 * Lets the routes of a scope take forms with one file: the file stands in the body as an Upload.
 * `limitOf` answers how many megabytes it may have, and throws where the caller may not send one at all;
 * `advice` says what to do with a larger one.
 */
export const takeUploads = async (
  scope: FastifyInstance,
  limitOf: (request: FastifyRequest) => Promise<number>,
  advice = 'make it smaller, or link to it',
): Promise<void> => {
  await scope.register(fastifyMultipart);
  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const megabytes = await limitOf(request);
    request.body = await readForm(request, megabytes).catch((error: unknown) => {
      throw refusalOf(error, megabytes, advice);
    });
  });
};
