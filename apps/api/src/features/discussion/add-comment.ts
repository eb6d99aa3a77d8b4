import { randomUUID } from 'node:crypto';
import type { Comment } from '@fbs/contract';
import { yearSpan } from '@fbs/core';
import { commentRepository, mentionRepository, type peopleRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import type { Plan } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { type DiscussionPlace, listReaders, loadDiscussion, presentComment } from './discussion-work.ts';
import { type Mentioned, mailMentions } from './mail-mentions.ts';

type AddComment = DiscussionPlace & {
  readonly text: string;
  readonly mentions?: readonly string[] | undefined;
};

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

const textOf = ({ text, year }: AddComment, { strategy: { firstYear, lastYear } }: Plan): string => {
  if (text.trim() === '') throw invalid('/text', 'Write the comment first.');
  if (year < firstYear || year > lastYear) {
    const span = yearSpan(firstYear, lastYear, ' to ');
    throw invalid('/year', `FY ${year} lies outside the strategy of ${span}: choose a year of the strategy.`);
  }
  return text.trim();
};

type Reader = peopleRepository.ActivePersonRow;

/** @throws DomainError invalid for whoever may not read it: a mention would tell them of it */
const mentionedIn = async (queries: Queries, { mentions = [] }: AddComment): Promise<Reader[]> => {
  const readers = new Map((await listReaders(queries)).map((person) => [person.id, person]));
  return [...new Set(mentions)].map((id, index) => {
    const reader = readers.get(id);
    if (reader !== undefined) return reader;
    throw invalid(`/mentions/${index}`, `Nobody called "${id}" can read this: leave the mention out.`);
  });
};

const saveComment = (context: Context, input: AddComment): Promise<Mentioned> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'discuss');
    const { plan, indicatorId, name } = await loadDiscussion(queries, context, input);
    const at = context.clock();
    const mentioned = await mentionedIn(queries, input);
    // nobody waits for what they said to themselves
    const receivers = mentioned.filter(({ id }) => id !== context.actor.id);
    const row = {
      id: randomUUID(),
      strategyId: plan.strategy.id,
      indicatorId,
      year: input.year,
      text: textOf(input, plan),
      mentions: mentioned.map(({ id }) => id),
      personId: context.actor.id,
      at,
      resolvedBy: null,
      resolvedAt: null,
      version: 1,
    };
    await commentRepository.addComment(queries, row);
    await mentionRepository.addReceipts(
      queries,
      row.id,
      receivers.map(({ id }) => id),
    );
    await trace(queries, context, at, {
      action: 'wrote a comment',
      kind: 'comment',
      id: row.id,
      strategy: plan.strategy.id,
      before: null,
      after: row,
    });
    return { comment: presentComment(row, plan), name, receivers };
  });

/** Says something about an indicator-year, to everybody who reads it; whom it mentions finds it in My work and in the mail. */
export const addComment = async (context: Context, input: AddComment): Promise<Comment> => {
  const mentioned = await saveComment(context, input);
  await mailMentions(context, input, mentioned);
  return mentioned.comment;
};
