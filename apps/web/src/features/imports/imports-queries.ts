import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

export type ImportDetail = AnswerOf<'GET /api/strategies/:strategy/imports/:import'>;
export type ImportRow = ImportDetail['rows'][number];
export type ImportOutcome = ImportRow['outcome'];
export type ImportLine = AnswerOf<'GET /api/strategies/:strategy/imports'>['imports'][number];

export const importListQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['imports', strategy],
    queryFn: async () => (await call('GET /api/strategies/:strategy/imports', { params: { strategy } })).imports,
  });

export const importQuery = (strategy: string, id: string) =>
  queryOptions({
    queryKey: ['import', strategy, id],
    queryFn: () => call('GET /api/strategies/:strategy/imports/:import', { params: { strategy, import: id } }),
  });

/** Tries a file: the answer says what would happen. */
export const tryFile = (strategy: string, file: File): Promise<ImportDetail> => {
  const body = new FormData();
  body.append('file', file);
  const address = 'POST /api/strategies/:strategy/imports';
  return call(address, { params: { strategy }, querystring: { dryRun: 'true' }, body });
};

const placeOf = (strategy: string, { id, version }: Pick<ImportLine, 'id' | 'version'>) => ({
  params: { strategy, import: id },
  headers: { 'if-match': `"${version}"` },
});

export type CommitMode = 'all' | 'good_rows';

export const takeOver = (strategy: string, line: ImportLine, mode: CommitMode): Promise<ImportDetail> =>
  call('POST /api/strategies/:strategy/imports/:import/commit', { ...placeOf(strategy, line), body: { mode } });

export const takeBack = (strategy: string, line: ImportLine): Promise<ImportDetail> =>
  call('POST /api/strategies/:strategy/imports/:import/undo', placeOf(strategy, line));

const base = (strategy: string): string => `/api/strategies/${encodeURIComponent(strategy)}/imports`;

export const templateAddress = (strategy: string, format: 'xlsx' | 'csv', year?: number): string =>
  `${base(strategy)}/template?format=${format}${year === undefined ? '' : `&year=${year}`}`;

export const refusedAddress = (strategy: string, id: string): string =>
  `${base(strategy)}/${encodeURIComponent(id)}/refused.csv`;
