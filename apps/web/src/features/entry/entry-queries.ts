import type { Entry, EntryRow } from '@fbs/contract';
import { keepPreviousData, notifyManager, type QueryClient, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

/** Whose figures are meant: the strategy, its year, and the day looked back to. */
export type EntryYear = { readonly strategy: string; readonly year: number; readonly asOf: string | undefined };
export type EntryList = AnswerOf<'GET /api/strategies/:strategy/indicators'>;

/** All indicators with their entry of a year. The year before stays on screen until the new one has come. */
export const entryListQuery = ({ strategy, year, asOf }: EntryYear) =>
  queryOptions({
    queryKey: ['entry', strategy, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators', { params: { strategy }, querystring: { year, asOf } }),
    placeholderData: keepPreviousData,
  });

const paramsOf = ({ strategy, year }: EntryYear, indicator: string) => ({ strategy, year, indicator });

/** One indicator-year with its breakdown. */
export const entryQuery = (place: EntryYear, indicator: string) =>
  queryOptions({
    queryKey: ['entry-one', place.strategy, place.year, place.asOf ?? null, indicator],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators/:indicator/values/:year', {
        params: paramsOf(place, indicator),
        querystring: { asOf: place.asOf },
      }),
  });

/** Every vintage of the value and of its target, newest first. */
export const entryHistoryQuery = (place: EntryYear, indicator: string) =>
  queryOptions({
    queryKey: ['entry-history', place.strategy, place.year, place.asOf ?? null, indicator],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators/:indicator/values/:year/history', {
        params: paramsOf(place, indicator),
        querystring: { asOf: place.asOf },
      }),
  });

/** The definition: which breakdowns there are. */
export const definitionQuery = (strategy: string, indicator: string) =>
  queryOptions({
    queryKey: ['entry-definition', strategy, indicator],
    queryFn: async () => {
      const address = 'GET /api/strategies/:strategy/indicators/:indicator';
      return (await call(address, { params: { strategy, indicator }, querystring: {} })).definition;
    },
    staleTime: 5 * 60_000,
  });

const rowWith = (row: EntryRow, { rights, breakdown: _, findings, ...entry }: Entry): EntryRow => ({
  ...row,
  entry,
  rights,
  findings,
});

/** Puts the server's answer to a write where the grid reads it, before everything is asked again. */
export const takeOverEntry = async (queryClient: QueryClient, place: EntryYear, answer: Entry): Promise<void> => {
  const list = entryListQuery(place).queryKey;
  // An answer on its way was read before this write: it would show the old figure for a moment.
  await queryClient.cancelQueries({ queryKey: list });
  queryClient.setQueryData(list, (known) =>
    known === undefined
      ? known
      : {
          ...known,
          indicators: known.indicators.map((row) => (row.code === answer.indicator ? rowWith(row, answer) : row)),
        },
  );
  queryClient.setQueryData(entryQuery(place, answer.indicator).queryKey, answer);
  // The screen hears of it a turn later. Whoever then drops what was typed would otherwise show a cell without figure
  // in between, and fields that stand only beside a figure would lose the focus of somebody typing.
  await new Promise<void>((resolve) => notifyManager.schedule(resolve));
};
