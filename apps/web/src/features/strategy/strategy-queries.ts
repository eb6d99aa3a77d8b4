import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api-client.ts';

/** Another year of the same goal may stand in while the year asked for is on its way; another goal may not. */
export const goalQuery = (strategy: string, code: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['goal', strategy, code, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/goals/:code', { params: { strategy, code }, querystring: { year, asOf } }),
    placeholderData: (previous) => (previous?.code === code ? previous : undefined),
  });

export const objectiveQuery = (strategy: string, code: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['objective', strategy, code, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/objectives/:code', {
        params: { strategy, code },
        querystring: { year, asOf },
      }),
    placeholderData: (previous) => (previous?.code === code ? previous : undefined),
  });
