import type { Comment } from '@fbs/contract';
import { commentRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { type DiscussionPlace, loadDiscussion, presentComment } from './discussion-work.ts';

type Move = DiscussionPlace & { readonly comment: string; readonly ifMatch: string | undefined };

const move = (context: Context, input: Move, to: 'resolved' | 'open'): Promise<Comment> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'discuss');
    const { plan, rows } = await loadDiscussion(queries, context, input);
    const row = required(
      rows.find(({ id }) => id === input.comment),
      'There is no such comment here.',
    );
    await checkVersion(versionSeen(input.ifMatch), row.version, () => presentComment(row, plan));
    if ((row.resolvedAt === null) === (to === 'open')) {
      throw new DomainError(
        'conflict',
        to === 'open' ? 'This comment is open already.' : 'This comment is resolved already.',
      );
    }
    const at = context.clock();
    const after = await commentRepository.moveComment(queries, row, { to, personId: context.actor.id, at });
    await trace(queries, context, at, {
      action: to === 'resolved' ? 'resolved a comment' : 'reopened a comment',
      kind: 'comment',
      id: row.id,
      strategy: plan.strategy.id,
      before: row,
      after,
    });
    return presentComment(after, plan);
  });

export const resolveComment = (context: Context, input: Move): Promise<Comment> => move(context, input, 'resolved');

export const reopenComment = (context: Context, input: Move): Promise<Comment> => move(context, input, 'open');
