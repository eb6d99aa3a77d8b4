import type { FastifyReply } from 'fastify';
import type { Context } from '../context.ts';
import { attachment } from '../plugins/attachment.ts';
import { trace } from '../trace.ts';

type Asked = {
  /** The piece of evidence, as the trail names it. */
  readonly id: string;
  readonly strategy: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
};

export type HandedOut = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/** A file as it was handed in; leaves a trace of who took it. @throws DomainError unavailable where it is lost */
export const handOutEvidenceFile = async (
  context: Context,
  { id, strategy, name, mediaType, sha256 }: Asked,
): Promise<HandedOut> => {
  const bytes = await context.files.read(sha256);
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
      action: 'downloaded evidence',
      kind: 'download',
      id,
      strategy,
      before: null,
      after: { name, sha256 },
    }),
  );
  return { name, mediaType, bytes };
};

/** Only ever saved, never shown or run in the page, and nothing a page of this site may be made of. */
export const sendEvidenceFile = (reply: FastifyReply, { name, mediaType, bytes }: HandedOut) =>
  reply
    .headers({
      ...attachment(name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    })
    .type(mediaType)
    .send(bytes);
