import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';
import { sessionQuery } from '../../lib/session.ts';

export type StrategyTree = AnswerOf<'GET /api/admin/strategies/:strategy'>;
export type StrategyLine = AnswerOf<'GET /api/admin/strategies'>['strategies'][number];
export type NewStrategy = InputOf<'POST /api/admin/strategies'>['body'];
export type SavedTree = InputOf<'PUT /api/admin/strategies/:strategy'>['body'];

export const managedQuery = queryOptions({
  queryKey: ['managed strategies'],
  queryFn: async () => (await call('GET /api/admin/strategies', {})).strategies,
});

export const treeQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['strategy tree', strategy],
    queryFn: () => call('GET /api/admin/strategies/:strategy', { params: { strategy } }),
  });

/** What the file that a strategy came from says beyond our own fields. */
export const keptWordsQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['kept words', strategy],
    queryFn: async () => (await call('GET /api/admin/strategies/:strategy/kept-words', { params: { strategy } })).parts,
  });

/** The session says which strategies there are, so it is asked again too. */
export const refreshAll = async (queryClient: QueryClient): Promise<void> => {
  await queryClient.invalidateQueries();
  await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey });
};

/** The writes of who manages strategies; each is followed by asking everything again. */
export const useStrategyWrites = () => {
  const queryClient = useQueryClient();
  const router = useRouter();
  const settled = async (write: Promise<StrategyTree>): Promise<StrategyTree> => {
    const tree = await write;
    queryClient.setQueryData(treeQuery(tree.id).queryKey, tree);
    await refreshAll(queryClient);
    await router.invalidate();
    return tree;
  };
  const placeOf = ({ id, version }: Pick<StrategyTree, 'id' | 'version'>) => ({
    params: { strategy: id },
    headers: { 'if-match': `"${version}"` },
  });
  return {
    create: (body: NewStrategy) =>
      settled(call('POST /api/admin/strategies', { body }) as Promise<unknown> as Promise<StrategyTree>),
    save: (tree: StrategyTree, body: SavedTree) =>
      settled(call('PUT /api/admin/strategies/:strategy', { ...placeOf(tree), body })),
    move: (tree: StrategyTree, state: 'in_force' | 'archived') =>
      settled(call('PUT /api/admin/strategies/:strategy/state', { ...placeOf(tree), body: { state } })),
  };
};
