import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session.ts';

/**
 * After any write everything but the session is asked again: one value moves ratings, counts, gates and reviews, and
 * only the server knows which.
 */
export const refreshAfterWrite = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
