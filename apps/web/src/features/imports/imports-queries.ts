import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

export type ImportDetail = AnswerOf<'GET /api/strategies/:strategy/imports/:import'>;
export type ImportRow = ImportDetail['rows'][number];
export type ImportOutcome = ImportRow['outcome'];
export type ImportProgress = NonNullable<ImportDetail['progress']>;
export type ImportLine = AnswerOf<'GET /api/strategies/:strategy/imports'>['imports'][number];

/** While something is under way, and the server's own news of it may have been cut off. */
const lookAgainAfter = 2000;

export const importListQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['imports', strategy],
    queryFn: async () => (await call('GET /api/strategies/:strategy/imports', { params: { strategy } })).imports,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ progress }) => progress !== null) === true ? lookAgainAfter : false,
  });

export const importQuery = (strategy: string, id: string) =>
  queryOptions({
    queryKey: ['import', strategy, id],
    queryFn: () => call('GET /api/strategies/:strategy/imports/:import', { params: { strategy, import: id } }),
    refetchInterval: ({ state: { data } }) => (data?.progress == null ? false : lookAgainAfter),
  });

export const rowsAtOnce = 200;

/** Rows of an import from a position on: all of them, or those of one outcome. */
export const importRowsQuery = (
  strategy: string,
  detail: ImportDetail,
  outcome: ImportOutcome | null,
  from: number,
) => {
  const { id, state, version } = detail;
  const place = { params: { strategy, import: id } };
  return queryOptions({
    queryKey: ['import rows', strategy, id, state, version, outcome, from],
    queryFn: () =>
      call('GET /api/strategies/:strategy/imports/:import/rows', {
        ...place,
        querystring: { from, limit: rowsAtOnce, outcome: outcome ?? undefined },
      }),
    placeholderData: keepPreviousData,
  });
};

/** Hands a file over: it is read and tried behind the answer. */
export const tryFile = (strategy: string, file: File): Promise<ImportDetail> => {
  const body = new FormData();
  body.append('file', file);
  const address = 'POST /api/strategies/:strategy/imports';
  return call(address, { params: { strategy }, querystring: { dryRun: 'true', wait: 'false' }, body });
};

const placeOf = (strategy: string, { id, version }: Pick<ImportLine, 'id' | 'version'>) => ({
  params: { strategy, import: id },
  headers: { 'if-match': `"${version}"` },
});

export type CommitMode = 'all' | 'good_rows';

/** Begins to take an import over; it goes on behind the answer. */
export const takeOver = (strategy: string, line: ImportLine, mode: CommitMode): Promise<ImportDetail> =>
  call('POST /api/strategies/:strategy/imports/:import/commit', {
    ...placeOf(strategy, line),
    querystring: { wait: 'false' },
    body: { mode },
  });

export const stop = (strategy: string, line: ImportLine): Promise<ImportDetail> =>
  call('POST /api/strategies/:strategy/imports/:import/cancel', placeOf(strategy, line));

export const takeBack = (strategy: string, line: ImportLine): Promise<ImportDetail> =>
  call('POST /api/strategies/:strategy/imports/:import/undo', placeOf(strategy, line));

const base = (strategy: string): string => `/api/strategies/${encodeURIComponent(strategy)}/imports`;

export const templateAddress = (strategy: string, format: 'xlsx' | 'csv', year?: number): string =>
  `${base(strategy)}/template?format=${format}${year === undefined ? '' : `&year=${year}`}`;

export const progressAddress = (strategy: string, id: string): string =>
  `${base(strategy)}/${encodeURIComponent(id)}/progress`;

export const refusedAddress = (strategy: string, id: string): string =>
  `${base(strategy)}/${encodeURIComponent(id)}/refused.csv`;
