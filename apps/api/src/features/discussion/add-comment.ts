import { randomUUID } from 'node:crypto';
import type { Comment } from '@fbs/contract';
import { commentRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import type { Plan } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { type DiscussionPlace, listReaders, loadDiscussion, presentComment } from './discussion-work.ts';

type AddComment = DiscussionPlace & {
  readonly text: string;
  readonly mentions?: readonly string[] | undefined;
};

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

const textOf = ({ text, year }: AddComment, { strategy: { firstYear, lastYear } }: Plan): string => {
  if (text.trim() === '') throw invalid('/text', 'Write the comment first.');
  if (year < firstYear || year > lastYear) {
    throw invalid('/year', `FY ${year} lies outside the strategy: choose a year from ${firstYear} to ${lastYear}.`);
  }
  return text.trim();
};

const mentionsOf = async (queries: Queries, { mentions = [] }: AddComment): Promise<string[]> => {
  const readers = new Set((await listReaders(queries)).map(({ id }) => id));
  for (const [index, id] of mentions.entries()) {
    if (!readers.has(id))
      throw invalid(`/mentions/${index}`, `Nobody called "${id}" can read this: leave the mention out.`);
  }
  return [...new Set(mentions)];
};

/** Says something about an indicator-year, to everybody who reads it and to whom it mentions. */
export const addComment = (context: Context, input: AddComment): Promise<Comment> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'discuss');
    const { plan, indicatorId } = await loadDiscussion(queries, context, input);
    const at = context.clock();
    const row = {
      id: randomUUID(),
      strategyId: plan.strategy.id,
      indicatorId,
      year: input.year,
      text: textOf(input, plan),
      mentions: await mentionsOf(queries, input),
      personId: context.actor.id,
      at,
      resolvedBy: null,
      resolvedAt: null,
      version: 1,
    };
    await commentRepository.addComment(queries, row);
    await trace(queries, context, at, {
      action: 'wrote a comment',
      kind: 'comment',
      id: row.id,
      strategy: plan.strategy.id,
      before: null,
      after: row,
    });
    return presentComment(row, plan);
  });
