import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api-client.ts';

/** Leadership's page of a year. The year before it stays on screen until the new one has come. */
export const overviewQuery = (strategy: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['overview', strategy, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/overview', { params: { strategy }, querystring: { year, asOf } }),
    placeholderData: keepPreviousData,
  });
