import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { call } from './api-client.ts';
import { hasWork, type Session, sessionQuery } from './session.ts';

/** Goes where the person was going; what somebody else read before is not left behind. */
export const useEntered = (returnTo?: string) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (known?: Session): Promise<void> => {
    const session = known ?? (await call('GET /api/session', {}));
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    queryClient.setQueryData(sessionQuery.queryKey, session);
    const isAsked = returnTo !== undefined && returnTo !== '/';
    const start = session.person !== null && hasWork(session.person) ? '/my-work' : '/';
    router.history.push(isAsked ? returnTo : start);
  };
};
