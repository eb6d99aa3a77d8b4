import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { type EvidencePlace, loadEvidence, pieceOf } from './evidence-work.ts';

type File = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/** A file as it was handed in; leaves a trace of who took it. @throws DomainError not_found, also where the evidence is not for the eyes of who asks */
export const readEvidenceFile = async (
  context: Context,
  input: EvidencePlace & { readonly evidence: string },
): Promise<File> => {
  allow(context.actor, 'read');
  const piece = await context.database.read(async (queries) => {
    const { rows, withheld } = await loadEvidence(queries, context, input);
    return pieceOf({ rows: withheld ? [] : rows }, input.evidence);
  });
  const { fileName, mediaType, sha256 } = piece;
  if (fileName === null || mediaType === null || sha256 === null) {
    throw new DomainError('not_found', 'This evidence is a link and has no file: follow its address.');
  }
  const bytes = await context.files.read(sha256);
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
      action: 'downloaded evidence',
      kind: 'download',
      id: piece.id,
      strategy: input.strategy,
      before: null,
      after: { name: fileName, sha256 },
    }),
  );
  return { name: fileName, mediaType, bytes };
};
