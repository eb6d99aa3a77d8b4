import type { Discussion } from '@fbs/contract';
import { allow, type Context } from '../../context.ts';
import { type DiscussionPlace, loadDiscussion, presentDiscussion } from './discussion-work.ts';

export const readDiscussion = (context: Context, place: DiscussionPlace): Promise<Discussion> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) =>
    presentDiscussion(queries, await loadDiscussion(queries, context, place), place.year, context),
  );
};
