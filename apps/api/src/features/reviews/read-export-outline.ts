import { type ExportOutline, exportFormats, type ReviewDocument, yearsFormats } from '@fbs/contract';
import { reviewRepository } from '@fbs/db';
import { exportName, yearsName } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { inThread } from '../../in-thread.ts';
import { optionsFor, readSnapshotWork, type SnapshotAsked, snapshotFor } from './review-snapshot.ts';
import type { ReviewWork } from './review-work.ts';

const namesOf = (snapshot: Pick<ReviewDocument, 'year' | 'number' | 'draft'>): ExportOutline['names'] =>
  Object.fromEntries(exportFormats.map((format) => [format, exportName(snapshot, format)])) as ExportOutline['names'];

/** All years say DRAFT where one of them is not signed. */
const yearsNamesOf = ({ facts: { strategy, reviews } }: ReviewWork): ExportOutline['yearsNames'] => {
  const { firstYear, lastYear } = strategy;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
  const draft = years.some((year) => reviews.get(year)?.state !== 'final');
  const names = yearsFormats.map((format) => [format, yearsName({ firstYear, lastYear, draft }, format)]);
  return Object.fromEntries(names) as ExportOutline['yearsNames'];
};

/** What a person gets before any file is made: which versions there are, what is inside, and how large it is. */
export const readExportOutline = async (context: Context, input: SnapshotAsked): Promise<ExportOutline> => {
  allow(context.actor, 'export');
  const { snapshot, rows, isFinal, yearsNames } = await readSnapshotWork(context, input, async (work) => ({
    snapshot: await snapshotFor(work, context, input),
    rows: work.review ? await reviewRepository.listSnapshots(work.queries, work.review.id, null) : [],
    isFinal: work.review?.state === 'final',
    yearsNames: yearsNamesOf(work),
  }));
  const { text, sha256, year, number, draft } = snapshot;
  const task = { snapshot: text, options: await optionsFor(context, sha256) };
  const contents = await inThread(context.exports.outline(task), undefined);
  return {
    ...contents,
    year,
    version: number,
    draft,
    asOf: rows.find((row) => !draft && row.number === number)?.at ?? context.clock(),
    sha256,
    versions: rows.map(({ at, ...row }) => ({ ...row, finalAt: at })),
    draftOffered: !isFinal,
    names: namesOf(snapshot),
    yearsNames,
  };
};
