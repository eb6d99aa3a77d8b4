import type { ManagedTree } from '@fbs/contract';
import { missingForForce, type StrategyState } from '@fbs/core';
import { strategyRepository } from '@fbs/db';
import { allow, type Context, requireRecentProof, todayOf } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { treeNow } from './strategies-work.ts';

type Move = {
  readonly strategy: string;
  readonly state: Exclude<StrategyState, 'draft'>;
  readonly ifMatch: string | undefined;
};

const actionOf = ({ state: from }: ManagedTree, to: Move['state']): string => {
  if (from === 'draft' && to === 'in_force') return 'put a strategy in force';
  if (from === 'in_force' && to === 'archived') return 'archived a strategy';
  if (from === 'archived' && to === 'in_force') return 'took a strategy out of the archive';
  throw new DomainError(
    'refused',
    from === 'draft'
      ? 'A draft has nothing to archive: put it in force first.'
      : 'The strategy is in this state already.',
  );
};

/** @throws DomainError not_allowed, proof_needed, stale, refused */
export const moveStrategy = (context: Context, { strategy, state, ifMatch }: Move): Promise<ManagedTree> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'manage strategies');
    requireRecentProof(context);
    const seen = versionSeen(ifMatch);
    const now = await treeNow(queries, strategy);
    await checkVersion(seen, now.version, () => now);
    const action = actionOf(now, state);
    const missing = now.state === 'draft' ? missingForForce(now) : null;
    if (missing !== null) throw new DomainError('refused', missing);
    const approved = now.state === 'draft' ? { approvedOn: todayOf(context) } : {};
    await strategyRepository.writeHead(queries, strategy, { ...approved, state, version: now.version + 1 });
    await trace(queries, context, context.clock(), {
      action,
      kind: 'strategy',
      id: strategy,
      strategy,
      before: { state: now.state },
      after: { state },
    });
    return treeNow(queries, strategy);
  });
