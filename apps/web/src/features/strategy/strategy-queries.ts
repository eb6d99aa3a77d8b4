import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { useStrategy } from '../../lib/session.ts';

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

/** Moves run one after the other, so that the last one stands. */
export const useOrderIndicators = () => {
  const queryClient = useQueryClient();
  const strategy = useStrategy().id;
  return useMutation({
    scope: { id: 'order indicators' },
    mutationFn: (body: { readonly objective: string; readonly codes: readonly string[] }) =>
      call('PUT /api/strategies/:strategy/indicators/order', { params: { strategy }, body }),
    onSettled: () => refreshAfterWrite(queryClient),
  });
};
