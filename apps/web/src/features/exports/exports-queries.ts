import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';

const outlineAddress = 'GET /api/strategies/:strategy/reviews/:year/export/outline';
type ExportAddress = 'GET /api/strategies/:strategy/reviews/:year/export';

export type ExportOutline = AnswerOf<typeof outlineAddress>;
export type ExportFormat = InputOf<ExportAddress>['querystring']['format'];

export type YearsFormat = InputOf<'GET /api/strategies/:strategy/export/years'>['querystring']['format'];

/** Which review, and which signed version of it; none: the one in force, else the draft. */
export type ExportPlace = { readonly strategy: string; readonly year: number; readonly version: number | undefined };

export const outlineQuery = ({ strategy, year, version }: ExportPlace) =>
  queryOptions({
    queryKey: ['export-outline', strategy, year, version ?? null],
    queryFn: () => call(outlineAddress, { params: { strategy, year }, querystring: { version } }),
    placeholderData: keepPreviousData,
    // a draft changes with every entry; what is said of it is worked out anew with each visit
    staleTime: 0,
  });

export const fileAddress = ({ strategy, year, version }: ExportPlace, format: ExportFormat): string => {
  const query = new URLSearchParams({ format, ...(version === undefined ? {} : { version: String(version) }) });
  return `/api/strategies/${encodeURIComponent(strategy)}/reviews/${year}/export?${query}`;
};

export const yearsFileAddress = (strategy: string, format: YearsFormat): string =>
  `/api/strategies/${encodeURIComponent(strategy)}/export/years?format=${format}`;

export const strategyFileAddress = (strategy: string, file: 'plan' | 'record'): string =>
  `/api/strategies/${encodeURIComponent(strategy)}/export/${file}`;
