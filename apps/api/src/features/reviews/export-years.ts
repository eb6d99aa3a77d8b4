import type { YearsFormat } from '@fbs/contract';
import { planRepository } from '@fbs/db';
import { exportFiles, yearsName } from '@fbs/documents';
import { type Actor, allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { inThread } from '../../in-thread.ts';
import { trace } from '../../trace.ts';
import type { Paper } from './export-review.ts';
import { type ExportService, optionsFor, readSnapshotWork, snapshotFor } from './review-snapshot.ts';

type Input = { readonly strategy: string; readonly format: YearsFormat; readonly signal?: AbortSignal };

/** The review of every year that has begun: the signed version in force, else the draft. */
const reviewsOf = async (service: ExportService, strategy: string) => {
  const row = await service.database.read((queries) => planRepository.findStrategy(queries, strategy));
  const { firstYear, lastYear } = required(row, `There is no strategy "${strategy}".`);
  const reviews: { snapshot: string; sha256: string | null }[] = [];
  let draft = false;
  for (let year = firstYear; year <= lastYear; year += 1) {
    const asked = { strategy, year };
    const snapshot = await readSnapshotWork(service, asked, (work) => snapshotFor(work, service, asked));
    reviews.push({ snapshot: snapshot.text, sha256: snapshot.sha256 });
    draft ||= snapshot.draft;
  }
  return { reviews, firstYear, lastYear, draft };
};

/** All years of a strategy in one file, made from the same records as the file of each year. */
export const takeYears = async (
  service: ExportService,
  actor: Actor | null,
  { strategy, format, signal }: Input,
): Promise<Paper> => {
  const { reviews, ...years } = await reviewsOf(service, strategy);
  const { product, look } = await optionsFor(service, null);
  const bytes = await inThread(service.exports.makeYears({ format, reviews, product, look }, signal), signal);
  const name = yearsName(years, format);
  await service.database.write((queries) =>
    trace(queries, { actor }, service.clock(), {
      action: 'exported all years',
      kind: 'strategy',
      id: strategy,
      strategy,
      before: null,
      after: { name },
    }),
  );
  return { bytes, name, mediaType: exportFiles[format].mediaType };
};

export const exportYears = async (context: Context, input: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  return takeYears(context, context.actor, input);
};
