import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';
import type { AuditSearch } from './audit-search.ts';

export type AuditPage = AnswerOf<'GET /api/audit'>;
export type AuditEntry = AuditPage['entries'][number];

/** The audit log, newest first; the next page begins before the number that the last one ended with. */
export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) => call('GET /api/audit', { querystring: { ...search, before: pageParam } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Asked for by a button: it reads every record. */
export const verificationQuery = queryOptions({
  queryKey: ['audit-verification'],
  queryFn: () => call('GET /api/audit/verification', {}),
  enabled: false,
  gcTime: 0,
});
