import type { Assessment, EvidenceFileType, Instant, SectionState } from '@fbs/core';
import { and, eq, inArray, lte, max } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { reviewSections, reviewSectionVintages } from '../schema/reviews.ts';

export type EvidenceLink = { readonly title: string; readonly url: string };

/** A file of evidence; its bytes are kept outside the database, under their SHA-256. */
export type EvidenceFile = {
  readonly title: string;
  readonly fileName: string;
  readonly fileType: EvidenceFileType;
  readonly size: number;
  readonly sha256: string;
};

export type SectionRow = {
  readonly id: string;
  readonly reviewId: string;
  readonly objectiveId: string;
  readonly version: number;
  readonly state: SectionState;
  readonly assessment: Assessment | null;
  readonly departureReason: string | null;
  readonly narrative: string | null;
  readonly decisions: string | null;
  readonly evidence: readonly EvidenceLink[];
  readonly files: readonly EvidenceFile[];
  readonly returnNote: string | null;
  readonly submittedBy: string | null;
  readonly clearedBy: string | null;
  readonly illustrative: boolean;
  readonly personId: string;
  readonly at: Instant;
};

const rowOf = (row: typeof reviewSections.$inferSelect): SectionRow => ({
  ...row,
  state: row.state as SectionState,
  assessment: row.assessment as Assessment | null,
  evidence: JSON.parse(row.evidence) as EvidenceLink[],
  files: JSON.parse(row.files) as EvidenceFile[],
  illustrative: row.illustrative === 1,
});

const latestAt = (queries: Queries, until: Instant) =>
  queries
    .select({ sectionId: reviewSectionVintages.sectionId, vintage: max(reviewSectionVintages.vintage).as('latest') })
    .from(reviewSectionVintages)
    .where(lte(reviewSectionVintages.at, until))
    .groupBy(reviewSectionVintages.sectionId)
    .as('latest_at');

/** The sections of some reviews as they stood at `until`; null: now. */
export const listSections = async (
  queries: Queries,
  reviewIds: readonly string[],
  until: Instant | null,
): Promise<SectionRow[]> => {
  if (reviewIds.length === 0) return [];
  if (until === null) {
    const rows = await queries
      .select()
      .from(reviewSections)
      .where(inArray(reviewSections.reviewId, [...reviewIds]));
    return rows.map(rowOf);
  }
  const latest = latestAt(queries, until);
  const rows = await queries
    .select({ vintage: reviewSectionVintages })
    .from(reviewSectionVintages)
    .innerJoin(
      latest,
      and(eq(latest.sectionId, reviewSectionVintages.sectionId), eq(latest.vintage, reviewSectionVintages.vintage)),
    )
    .where(inArray(reviewSectionVintages.reviewId, [...reviewIds]));
  return rows.map(({ vintage: { id: _id, sectionId, vintage, action: _action, ...record } }) =>
    rowOf({ id: sectionId, version: vintage, ...record }),
  );
};

export type NewSectionVintage = Omit<SectionRow, 'version'> & { readonly action: string };

/** Adds a version of a section and puts it in force. `version` is the one that the caller saw; 0: there was none. */
export const saveSectionVintage = async (
  queries: Queries,
  version: number,
  { action, ...row }: NewSectionVintage,
): Promise<void> => {
  const next = version + 1;
  const record = {
    ...row,
    evidence: JSON.stringify(row.evidence),
    files: JSON.stringify(row.files),
    illustrative: row.illustrative ? 1 : 0,
  };
  if (version === 0) await queries.insert(reviewSections).values({ ...record, version: next });
  else
    await queries
      .update(reviewSections)
      .set({ ...record, version: next })
      .where(eq(reviewSections.id, row.id));
  const { id: sectionId, ...kept } = record;
  await queries
    .insert(reviewSectionVintages)
    .values({ id: `${sectionId}/vintage/${next}`, sectionId, vintage: next, action, ...kept });
};

/** When a section was last submitted; null: never. */
export const lastSubmission = async (queries: Queries, sectionId: string): Promise<Instant | null> => {
  const [row] = await queries
    .select({ at: max(reviewSectionVintages.at) })
    .from(reviewSectionVintages)
    .where(and(eq(reviewSectionVintages.sectionId, sectionId), eq(reviewSectionVintages.action, 'submitted')));
  return row?.at ?? null;
};
