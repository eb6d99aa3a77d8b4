import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

export type MethodPage = AnswerOf<'GET /api/strategies/:strategy/method'>;

/** The settings behind the ratings, the published cases with what the engine says of them now, and the sources. */
export const methodQuery = (strategy: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['method', strategy, asOf ?? null],
    queryFn: () => call('GET /api/strategies/:strategy/method', { params: { strategy }, querystring: { asOf } }),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  });
