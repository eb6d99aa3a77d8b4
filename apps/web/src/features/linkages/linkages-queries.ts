import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

export type LinkagesPage = AnswerOf<'GET /api/strategies/:strategy/linkages'>;

/** The linkages to all frameworks with the results of a year; the year before stays until the new one has come. */
export const linkagesQuery = (strategy: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['linkages', strategy, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/linkages', { params: { strategy }, querystring: { year, asOf } }),
    placeholderData: keepPreviousData,
  });
