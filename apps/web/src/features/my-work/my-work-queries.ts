import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';

export type MyWork = AnswerOf<'GET /api/strategies/:strategy/my-work'>;
export type WorkItem = MyWork['items'][number];

/** What waits for the signed-in person, across all years; the list and its count in the header ask once. */
export const myWorkQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['my-work', strategy],
    queryFn: () => call('GET /api/strategies/:strategy/my-work', { params: { strategy } }),
  });

/** What was asked of somebody, or said to them, and is done with by being seen. */
export type SeenWork = Required<InputOf<'POST /api/strategies/:strategy/my-work/seen'>['body']>;

export const useMarkSeen = (strategy: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SeenWork) => call('POST /api/strategies/:strategy/my-work/seen', { params: { strategy }, body }),
    // Nothing else on this screen reads whether it was seen.
    onSuccess: (work) => queryClient.setQueryData(myWorkQuery(strategy).queryKey, work),
  });
};
