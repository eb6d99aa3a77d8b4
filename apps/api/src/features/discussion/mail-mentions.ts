import type { Comment } from '@fbs/contract';
import { mentionRepository, type peopleRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import type { Mail } from '../../mail.ts';
import { trace } from '../../trace.ts';
import type { DiscussionPlace } from './discussion-work.ts';

export type Mentioned = {
  readonly comment: Comment;
  /** The name of the indicator. */
  readonly name: string;
  readonly receivers: readonly peopleRepository.ActivePersonRow[];
};

/** What was said stays in the product, where the rules say who reads it. */
const letterTo = (to: string, { person }: Comment, place: DiscussionPlace, name: string): Mail => ({
  to,
  subject: `${person} mentioned you`,
  text: [
    `${person} mentioned you in the discussion of ${place.indicator} ${name}, FY ${place.year}.`,
    '',
    'Sign in to FBS Performance: My work leads you to it.',
  ].join('\n'),
});

/** One letter to each person mentioned who has an address. What cannot be mailed stands in My work all the same. */
export const mailMentions = async (context: Context, place: DiscussionPlace, mentioned: Mentioned): Promise<void> => {
  const { mailer, database } = context;
  const { comment, name, receivers } = mentioned;
  if (mailer === null) return;
  const mailed: string[] = [];
  for (const { id, email } of receivers) {
    if (email === null) continue;
    const left = await mailer.send(letterTo(email, comment, place, name)).then(
      () => true,
      // the mailer has told whoever runs the service
      () => false,
    );
    if (left) mailed.push(id);
  }
  if (mailed.length === 0) return;
  await database.write(async (queries) => {
    const at = context.clock();
    await mentionRepository.markMailed(queries, comment.id, mailed, at);
    await trace(queries, context, at, {
      action: 'told of a mention by e-mail',
      kind: 'comment',
      id: comment.id,
      strategy: place.strategy,
      before: null,
      after: { receivers: mailed },
    });
  });
};
