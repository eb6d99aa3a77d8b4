import type { Year } from '@fbs/core';
import { reviewRepository } from '@fbs/db';
import type { Service } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { momentOf } from '../../results/moment.ts';
import { loadPaperLook } from '../../results/paper-look.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { loadReview, type ReviewWork } from './review-work.ts';

/** What making a file asks for. */
export type ExportService = Pick<Service, 'database' | 'exports' | 'clock' | 'version'>;

export type SnapshotAsked = {
  readonly strategy: string;
  readonly year: Year;
  readonly version?: number | undefined;
};

/** The text that every file is made from, and what its name is made from. */
export type Snapshot = {
  readonly text: string;
  readonly sha256: string | null;
  readonly year: Year;
  readonly number: number;
  readonly draft: boolean;
};

/** @throws DomainError not_found where the version was never signed */
export const signedSnapshot = async ({ queries, review, year }: ReviewWork, number: number): Promise<Snapshot> => {
  const snapshot = review && (await reviewRepository.findSnapshot(queries, review.id, number));
  const { document, sha256 } = required(snapshot, `The review of FY ${year} has no signed version ${number}.`);
  return { text: document, sha256, year, number, draft: false };
};

/** The signed version asked for, else the one in force, else the draft as it stands now. */
export const snapshotFor = async (
  work: ReviewWork,
  service: ExportService,
  { version }: SnapshotAsked,
): Promise<Snapshot> => {
  if (version !== undefined) return signedSnapshot(work, version);
  if (work.review?.state === 'final') return signedSnapshot(work, work.review.number);
  const document = await buildReviewDocument(work, null, service.clock());
  return { text: JSON.stringify(document), sha256: null, year: work.year, number: document.number, draft: true };
};

export const readSnapshotWork = <T>(
  service: ExportService,
  { strategy, year }: SnapshotAsked,
  read: (work: ReviewWork) => Promise<T>,
): Promise<T> =>
  service.database.read(async (queries) =>
    read(await loadReview(queries, strategy, year, momentOf(undefined, service.clock()))),
  );

export const optionsFor = async (service: ExportService, sha256: string | null) => ({
  sha256,
  product: `FBS Performance ${service.version}`,
  look: await service.database.read(loadPaperLook),
});
