import type { EvidenceFile, ReviewDocument } from '@fbs/contract';
import { type Day, evidenceFileKinds, type Year } from '@fbs/core';
import type { Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { type HandedOut, handOutEvidenceFile } from '../../evidence-files/hand-out-evidence-file.ts';
import { momentOf } from '../../results/moment.ts';
import { objectiveOf } from './read-review.ts';
import { signedSnapshot } from './review-snapshot.ts';
import { loadReview, sectionOf } from './review-work.ts';

type Input = {
  readonly strategy: string;
  readonly year: Year;
  readonly objective: string;
  readonly evidence: string;
  readonly asOf?: Day | undefined;
  readonly version?: number | undefined;
};

/** @throws DomainError not_found */
export const fileOf = (files: readonly EvidenceFile[], sha256: string): EvidenceFile =>
  required(
    files.find((file) => file.sha256 === sha256),
    'There is no such file here; someone may have removed it.',
  );

/** The files of a section as it stands, as it stood on a past day, or as a signed version names them. */
const filesAt = async (queries: Queries, { clock }: Context, input: Input): Promise<readonly EvidenceFile[]> => {
  const work = await loadReview(queries, input.strategy, input.year, momentOf(input.asOf, clock()));
  const objective = objectiveOf(work, input.objective);
  if (input.version === undefined) return sectionOf(work, objective).files;
  const { goals } = JSON.parse((await signedSnapshot(work, input.version)).text) as ReviewDocument;
  const signed = goals.flatMap(({ objectives }) => objectives).find(({ code }) => code === objective.code);
  return signed?.section.files ?? [];
};

/** A file of evidence of a section, for whoever reads the review. @throws DomainError not_found, unavailable */
export const readSectionFile = async (context: Context, input: Input): Promise<HandedOut> => {
  allow(context.actor, 'read');
  const { fileName, fileType, sha256 } = await context.database.read(async (queries) =>
    fileOf(await filesAt(queries, context, input), input.evidence),
  );
  const { mediaType } = evidenceFileKinds[fileType];
  return handOutEvidenceFile(context, { id: sha256, strategy: input.strategy, name: fileName, mediaType, sha256 });
};
