import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { call } from '../../lib/api-client.ts';
import { hasWork, sessionQuery } from '../../lib/session.ts';

/** Signs in and goes where the person was going; what somebody else read before is not left behind. */
export const useSignIn = (returnTo: string | undefined) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (persona: string) => call('POST /api/session', { body: { persona } }),
    onSuccess: async (session) => {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      queryClient.setQueryData(sessionQuery.queryKey, session);
      const isAsked = returnTo !== undefined && returnTo !== '/';
      const start = session.person !== null && hasWork(session.person) ? '/my-work' : '/';
      router.history.push(isAsked ? returnTo : start);
    },
  });
};
