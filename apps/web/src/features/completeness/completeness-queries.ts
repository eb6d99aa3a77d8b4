import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';

export type Completeness = AnswerOf<'GET /api/strategies/:strategy/completeness'>;
export type Counts = Completeness['total'];
export type OverdueEntry = Completeness['overdue'][number];

/** How complete a year is. The year before it stays on screen until the new one has come. */
export const completenessQuery = (strategy: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['completeness', strategy, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/completeness', { params: { strategy }, querystring: { year, asOf } }),
    placeholderData: keepPreviousData,
  });

type Asked = InputOf<'POST /api/strategies/:strategy/reminders'>['body']['entries'];

export const useSendReminders = (strategy: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (entries: Asked) =>
      call('POST /api/strategies/:strategy/reminders', { params: { strategy }, body: { entries } }),
    // also after a refusal: somebody else may have sent them
    onSettled: () => refreshAfterWrite(queryClient),
  });
};
