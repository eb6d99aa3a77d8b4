import type { ResultsPage } from '@fbs/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api-client.ts';

/** Which list, and what it is narrowed to. */
export type ListAsked = {
  readonly list: ResultsPage['list'];
  readonly goal: string | undefined;
  readonly objective: string | undefined;
  readonly kind: NonNullable<ResultsPage['kind']> | undefined;
};

/** Another year of the same list stands in while the year asked for is on its way; another list does not. */
export const resultsQuery = (strategy: string, asked: ListAsked, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['results', strategy, asked, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/results', { params: { strategy }, querystring: { ...asked, year, asOf } }),
    placeholderData: (previous) => (previous?.list === asked.list ? previous : undefined),
  });
