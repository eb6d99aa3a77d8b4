import { indicatorRepository, originRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { treeNow } from './strategies-work.ts';

/** What the file that a strategy came from says beyond our own fields, in the order of the tree. @throws DomainError not_found */
export const readKeptWords = async (context: Context, { strategy }: { readonly strategy: string }) => {
  allow(context.actor, 'manage strategies');
  return context.database.read(async (queries) => {
    const { title, goals } = await treeNow(queries, strategy);
    const indicators = await indicatorRepository.listIndicators(queries, strategy, null);
    const origins = new Map((await originRepository.listOrigins(queries, strategy)).map((row) => [row.id, row]));
    const named = [
      { id: strategy, code: '', name: title },
      ...goals.flatMap(({ objectives, shortName, ...goal }) => [
        { ...goal, name: shortName },
        ...objectives.flatMap((each) => [
          { ...each, name: each.shortName },
          ...indicators
            .filter(({ objectiveId }) => objectiveId === each.id)
            .map(({ id, code, definition }) => ({ id, code, name: definition.name })),
        ]),
      ]),
    ];
    const parts = named.flatMap(({ id, code, name }) => {
      const origin = origins.get(id);
      return origin === undefined
        ? []
        : [{ kind: origin.kind, code, name, identifier: origin.identifier, kept: origin.kept }];
    });
    return { parts };
  });
};
