import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

export type OwnSessions = AnswerOf<'GET /api/sessions'>;
export type OwnSession = OwnSessions['sessions'][number];

export const sessionsQuery = queryOptions({
  queryKey: ['own sessions'],
  queryFn: () => call('GET /api/sessions', {}),
  staleTime: 0,
});

/** null: everywhere but here. */
export const useEndSession = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (session: string | null) =>
      session === null
        ? call('DELETE /api/sessions', {})
        : call('DELETE /api/sessions/:session', { params: { session } }),
    onSuccess: (sessions) => queryClient.setQueryData(sessionsQuery.queryKey, sessions),
  });
};
