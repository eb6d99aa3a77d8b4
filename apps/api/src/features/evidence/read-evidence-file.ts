import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type HandedOut, handOutEvidenceFile } from '../../evidence-files/hand-out-evidence-file.ts';
import { type EvidencePlace, loadEvidence, pieceOf } from './evidence-work.ts';

/** @throws DomainError not_found, also where the evidence is not for the eyes of who asks */
export const readEvidenceFile = async (
  context: Context,
  input: EvidencePlace & { readonly evidence: string },
): Promise<HandedOut> => {
  allow(context.actor, 'read');
  const piece = await context.database.read(async (queries) => {
    const { rows, withheld } = await loadEvidence(queries, context, input);
    return pieceOf({ rows: withheld ? [] : rows }, input.evidence);
  });
  const { id, fileName, mediaType, sha256 } = piece;
  if (fileName === null || mediaType === null || sha256 === null) {
    throw new DomainError('not_found', 'This evidence is a link and has no file: follow its address.');
  }
  return handOutEvidenceFile(context, { id, strategy: input.strategy, name: fileName, mediaType, sha256 });
};
