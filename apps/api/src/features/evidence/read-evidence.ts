import type { Evidence } from '@fbs/contract';
import { allow, type Context } from '../../context.ts';
import { type EvidencePlace, loadEvidence, presentEvidence } from './evidence-work.ts';

export const readEvidence = (context: Context, place: EvidencePlace): Promise<Evidence> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) =>
    presentEvidence(await loadEvidence(queries, context, place), context, place.year),
  );
};
