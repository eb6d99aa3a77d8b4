import type { ManagedTree } from '@fbs/contract';
import { findInHead, matchStrategy, planMerge, type StrategyHead, strategyIdOf } from '@fbs/core';
import { planRepository, type Queries, strategyRepository } from '@fbs/db';
import type { StrategyFileThread } from '@fbs/documents';
import { allow, type Context, todayOf } from '../../context.ts';
import { trace } from '../../trace.ts';
import { refuseFindings, treeNow } from './strategies-work.ts';
import { emptyStrategy, invalid, readUpload } from './strategy-file-work.ts';
import { writeMergedStrategy } from './write-merged-strategy.ts';

type Create = Omit<StrategyHead, 'vision' | 'missionSummary'> & {
  readonly id?: string | undefined;
  readonly file?: unknown;
  /** Begun by whoever runs the service, in the name of the actor. */
  readonly atConsole?: boolean;
};

const allowedId = /^[a-z][a-z0-9-]{1,79}$/;

/** The id that was asked for, or one that is free. @throws DomainError invalid */
const idFor = async (queries: Queries, asked: string, head: StrategyHead): Promise<string> => {
  const taken = (await planRepository.listStrategies(queries)).map(({ id }) => id);
  if (asked === '') return strategyIdOf(head, taken);
  if (!allowedId.test(asked)) {
    throw invalid('/id', 'Write the id in small letters, digits and hyphens, for example tip-office-2023-2027.');
  }
  if (taken.includes(asked)) throw invalid('/id', `There is a strategy "${asked}" already: write another id.`);
  return asked;
};

const everything = { added: true, changed: true, moved: true, removed: true };

/** Begins a strategy as a draft with the tree of a file. @throws DomainError not_allowed, invalid, unavailable */
export const createStrategyFromFile = async (
  context: Pick<Context, 'actor' | 'database' | 'clock'>,
  files: StrategyFileThread,
  { id: asked, file: sent, atConsole = false, ...words }: Create,
): Promise<ManagedTree> => {
  allow(context.actor, 'manage strategies');
  refuseFindings(findInHead({ ...words, vision: '', missionSummary: '' }));
  const { file, kind, fileName, repairs } = await readUpload(files, sent);
  const { vision, missionSummary } = file.head;
  const head: StrategyHead = { ...words, vision: vision ?? '', missionSummary: missionSummary ?? '' };
  return context.database.write(async (queries) => {
    const id = await idFor(queries, asked?.trim() ?? '', head);
    const at = context.clock();
    const today = todayOf(context);
    await strategyRepository.addStrategy(queries, {
      ...head,
      ...{ id, state: 'draft', version: 1, createdAt: at, parent: '', marking: '' },
      ...{ sourceTitle: head.title, approvedOn: today, lastUpdatedOn: today },
    });
    const now = emptyStrategy(head);
    const plan = { ...planMerge(now, file, matchStrategy(now, file), everything), head };
    const write = { strategy: id, plan, rows: [], at, reason: '', identifier: file.identifier };
    await writeMergedStrategy(queries, context, write);
    await trace(queries, context, at, {
      action: 'began a strategy from a file',
      kind: 'strategy',
      id,
      strategy: id,
      before: null,
      after: { ...head, fileName, fileKind: kind, repairs: repairs.length, ...(atConsole && { atConsole }) },
    });
    return treeNow(queries, id);
  });
};
