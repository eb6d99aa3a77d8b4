import type { Evidence } from '@fbs/contract';
import { evidenceRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { trace } from '../../trace.ts';
import { type EvidencePlace, loadEvidence, loadForChange, pieceOf, presentEvidence } from './evidence-work.ts';

/** Takes a piece off the list; its row and its file stay, for past days and for what rests on them. */
export const removeEvidence = (
  context: Context,
  input: EvidencePlace & { readonly evidence: string },
): Promise<Evidence> =>
  context.database.write(async (queries) => {
    const work = await loadForChange(queries, context, input);
    const piece = pieceOf(work, input.evidence);
    const at = context.clock();
    await evidenceRepository.markRemoved(queries, piece.id, context.actor.id, at);
    await trace(queries, context, at, {
      action: 'removed evidence',
      kind: 'evidence',
      id: piece.id,
      strategy: work.facts.strategy.id,
      before: piece,
      after: null,
    });
    return presentEvidence(await loadEvidence(queries, context, input), context, input.year);
  });
