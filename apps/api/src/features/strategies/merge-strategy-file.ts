import { compareStrategy, type MergeChoice, matchStrategy, type PartChange, planMerge } from '@fbs/core';
import { strategyRepository } from '@fbs/db';
import type { StrategyFileThread } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { treeNow } from './strategies-work.ts';
import { editionOf, readUpload, strategyNow } from './strategy-file-work.ts';
import { writeMergedStrategy } from './write-merged-strategy.ts';

type Merge = {
  readonly strategy: string;
  readonly choice: MergeChoice;
  readonly file?: unknown;
  readonly ifMatch: string | undefined;
};

/** The differences that are taken over. @throws DomainError refused where there are none */
const takenOver = (changes: readonly PartChange[], choice: MergeChoice): readonly PartChange[] => {
  const taken = changes.filter(({ change, held }) => choice[change] && held === null);
  if (taken.length > 0) return taken;
  throw new DomainError('refused', 'Nothing would change: choose a kind of change that the file has.');
};

/** Takes what was chosen of a newer edition over into a draft. @throws DomainError not_allowed, stale, refused, invalid */
export const mergeStrategyFile = async (context: Context, files: StrategyFileThread, input: Merge) => {
  allow(context.actor, 'manage strategies');
  const { strategy, choice } = input;
  const seen = versionSeen(input.ifMatch);
  // asked before the file is read, which may take a while, and again in the write
  await context.database.read(async (queries) => {
    const tree = await treeNow(queries, strategy);
    await checkVersion(seen, tree.version, () => tree);
  });
  const read = await readUpload(files, input.file);
  const { kind, fileName } = read;
  const file = editionOf(read);
  return context.database.write(async (queries) => {
    const { tree, rows, now } = await strategyNow(queries, strategy);
    await checkVersion(seen, tree.version, () => tree);
    if (tree.state !== 'draft') {
      throw new DomainError(
        'refused',
        'This strategy is in force: its goals and objectives are fixed. Begin the next one from the file instead.',
      );
    }
    const changes = takenOver(compareStrategy(now, file), choice);
    const plan = planMerge(now, file, matchStrategy(now, file), choice);
    const at = context.clock();
    const version = tree.version + 1;
    const reason = `A newer edition of the strategy was merged in: ${fileName}.`;
    await writeMergedStrategy(queries, context, { strategy, plan, rows, at, reason, identifier: file.identifier });
    await strategyRepository.writeHead(queries, strategy, { ...plan.head, version });
    await trace(queries, context, at, {
      action: 'merged a newer edition of a strategy',
      kind: 'strategy',
      id: strategy,
      strategy,
      before: tree,
      after: { fileName, fileKind: kind, choice, changes },
    });
    const { id, title, firstYear, lastYear, state, counts } = await treeNow(queries, strategy);
    return { id, title, firstYear, lastYear, state, version, counts, merged: changes.length };
  });
};
