import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type InputOf } from '../../lib/api-client.ts';
import { myWorkQuery } from '../../lib/my-work.ts';

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
