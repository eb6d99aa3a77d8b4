import type { SearchKind } from '@fbs/core';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

export type SearchAnswer = AnswerOf<'GET /api/strategies/:strategy/search'>;
export type SearchGroup = SearchAnswer['groups'][number];
export type SearchResult = SearchGroup['results'][number];

type Asked = { readonly q: string; readonly kind?: SearchKind | undefined; readonly each: number };

/** What was found before stays until the new has come; whatever changes may be found differently, so little is kept. */
export const searchQuery = (strategy: string, { q, kind, each }: Asked) =>
  queryOptions({
    queryKey: ['search', strategy, q, kind ?? null, each],
    queryFn: () =>
      call('GET /api/strategies/:strategy/search', { params: { strategy }, querystring: { q, kind, each } }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
