import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { useStrategy } from '../../lib/session.ts';
import { currentOf } from '../../lib/stale-write.ts';
import { ifMatchOf } from '../../lib/write-chain.ts';

export type IndicatorPage = AnswerOf<'GET /api/strategies/:strategy/indicators/:indicator'>;
export type IndicatorYear = IndicatorPage['years'][number];
export type History = AnswerOf<'GET /api/strategies/:strategy/indicators/:indicator/values/:year/history'>;

/** All years at once: going from one year to the next needs no server. */
export const indicatorQuery = (strategy: string, indicator: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['indicator', strategy, indicator, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators/:indicator', {
        params: { strategy, indicator },
        querystring: { asOf },
      }),
    placeholderData: (previous) => (previous?.code === indicator ? previous : undefined),
  });

/** Every vintage of a year's value and target, newest first. */
export const historyQuery = (strategy: string, indicator: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['history', strategy, indicator, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators/:indicator/values/:year/history', {
        params: { strategy, indicator, year },
        querystring: { asOf },
      }),
  });

export const useWriteNote = (strategy: string, indicator: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { year: number; text: string }) =>
      call('POST /api/strategies/:strategy/indicators/:indicator/notes', { params: { strategy, indicator }, body }),
    onSuccess: () => refreshAfterWrite(queryClient),
  });
};

type NewIndicator = InputOf<'POST /api/strategies/:strategy/indicators'>['body'];

export const useCreateIndicator = () => {
  const queryClient = useQueryClient();
  const strategy = useStrategy().id;
  return useMutation({
    mutationFn: (body: NewIndicator) =>
      call('POST /api/strategies/:strategy/indicators', { params: { strategy }, body }),
    onSuccess: () => refreshAfterWrite(queryClient),
  });
};

type Change = InputOf<'PATCH /api/strategies/:strategy/indicators/:indicator'>['body'] & {
  /** The version that was seen. */
  readonly version: number;
};

export const useChangeIndicator = (indicator: string) => {
  const queryClient = useQueryClient();
  const strategy = useStrategy().id;
  return useMutation({
    mutationFn: ({ version, ...body }: Change) =>
      call('PATCH /api/strategies/:strategy/indicators/:indicator', {
        params: { strategy, indicator },
        headers: { 'if-match': ifMatchOf(version) },
        body,
      }),
    onSuccess: () => refreshAfterWrite(queryClient),
    // Somebody else was faster: the screen shows their version beside whatever was typed.
    onError: (error) => (currentOf(error) === undefined ? undefined : refreshAfterWrite(queryClient)),
  });
};

const earlierAddress = 'GET /api/strategies/:strategy/indicators/:indicator/earlier';
export type EarlierSeriesLine = AnswerOf<typeof earlierAddress>['series'][number];

/** The series of earlier strategies that an indicator continues. */
export const earlierQuery = (strategy: string, indicator: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['earlier series', strategy, indicator, asOf ?? null],
    queryFn: async () =>
      (await call(earlierAddress, { params: { strategy, indicator }, querystring: { asOf } })).series,
  });

type Predecessor = InputOf<'PUT /api/strategies/:strategy/indicators/:indicator/predecessor'>['body']['predecessor'];

export const useSetPredecessor = ({ code, version }: Pick<IndicatorPage, 'code' | 'version'>) => {
  const queryClient = useQueryClient();
  const strategy = useStrategy().id;
  return useMutation({
    mutationFn: (predecessor: Predecessor) =>
      call('PUT /api/strategies/:strategy/indicators/:indicator/predecessor', {
        params: { strategy, indicator: code },
        headers: { 'if-match': `"${version}"` },
        body: { predecessor },
      }),
    onSettled: () => refreshAfterWrite(queryClient),
  });
};
