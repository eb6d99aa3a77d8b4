import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type EvidencePlace, loadEvidence, pieceOf } from './evidence-work.ts';

type File = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/** @throws DomainError not_found, also where the evidence is not for the eyes of who asks */
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
  return { name: fileName, mediaType, bytes: await context.files.read(sha256) };
};
