import type { Discussion } from '@fbs/contract';
import { allow, type Context } from '../../context.ts';
import { type DiscussionPlace, listReaders, loadDiscussion, presentDiscussion } from './discussion-work.ts';

export const readDiscussion = (context: Context, place: DiscussionPlace): Promise<Discussion> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) =>
    presentDiscussion(await loadDiscussion(queries, context, place), await listReaders(queries), context),
  );
};
