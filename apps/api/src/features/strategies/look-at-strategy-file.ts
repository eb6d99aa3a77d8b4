import type { StrategyFileAnswer } from '@fbs/contract';
import { compareStrategy, findInHead, strategyIdOf } from '@fbs/core';
import { planRepository, type Queries } from '@fbs/db';
import type { StrategyFile, StrategyFileThread } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { editionOf, presentFile, readUpload, strategyNow } from './strategy-file-work.ts';

type Look = { readonly into?: string | undefined; readonly file?: unknown };

/** An id that is free, where the file says enough for one. */
const freeId = async (queries: Queries, { file }: StrategyFile): Promise<string | null> => {
  const { title, organization, acronym, firstYear, lastYear } = file.head;
  if (acronym === null || firstYear === null || lastYear === null) return null;
  const words = { title: title ?? '', organization: organization ?? '', acronym, vision: '', missionSummary: '' };
  const head = { ...words, firstYear, lastYear };
  if (findInHead(head).some(({ pointer }) => ['/firstYear', '/lastYear', '/acronym'].includes(pointer))) return null;
  const rows = await planRepository.listStrategies(queries);
  return strategyIdOf(
    head,
    rows.map(({ id }) => id),
  );
};

/** How the file differs from a strategy of which it holds a newer edition. */
const differenceFrom = async (
  queries: Queries,
  into: string,
  read: StrategyFile,
): Promise<StrategyFileAnswer['difference']> => {
  const { tree, now } = await strategyNow(queries, into);
  const { id, title, state, version } = tree;
  return { strategy: id, title, state, version, changes: compareStrategy(now, editionOf(read)) };
};

/** Says what a file with a strategy holds, and how it differs from one that is there; saves nothing. */
export const lookAtStrategyFile = async (
  context: Pick<Context, 'actor' | 'database'>,
  files: StrategyFileThread,
  { into, file }: Look,
): Promise<StrategyFileAnswer> => {
  allow(context.actor, 'manage strategies');
  const read = await readUpload(files, file);
  return context.database.read(async (queries) => ({
    ...presentFile(read),
    id: await freeId(queries, read),
    difference: into === undefined ? null : await differenceFrom(queries, into, read),
  }));
};
