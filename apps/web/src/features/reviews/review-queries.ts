import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

/** Which review is meant: of which year, and the day looked back to. */
export type ReviewPlace = { readonly strategy: string; readonly year: number; readonly asOf: string | undefined };

export const reviewQuery = ({ strategy, year, asOf }: ReviewPlace) =>
  queryOptions({
    queryKey: ['review', strategy, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/reviews/:year', { params: { strategy, year }, querystring: { asOf } }),
  });

export const reviewSectionQuery = ({ strategy, year, asOf }: ReviewPlace, objective: string) =>
  queryOptions({
    queryKey: ['review-section', strategy, year, asOf ?? null, objective],
    queryFn: () =>
      call('GET /api/strategies/:strategy/reviews/:year/objectives/:objective', {
        params: { strategy, year, objective },
        querystring: { asOf },
      }),
  });

/** The address of the Word file: of a signed version, or the draft. */
export const wordAddress = ({ strategy, year }: ReviewPlace, version?: number): string => {
  const query = new URLSearchParams({ format: 'docx', ...(version === undefined ? {} : { version: String(version) }) });
  return `/api/strategies/${encodeURIComponent(strategy)}/reviews/${year}/export?${query}`;
};

/** Where a file of evidence of a section is saved from. */
export const sectionFileAddress = (
  { strategy, year, asOf }: ReviewPlace,
  objective: string,
  sha256: string,
): string => {
  const path = `/api/strategies/${encodeURIComponent(strategy)}/reviews/${year}/objectives/${objective}/evidence/${sha256}`;
  return `${path}/file${asOf === undefined ? '' : `?asOf=${asOf}`}`;
};

const changes = 'GET /api/strategies/:strategy/reviews/:year/changes';
export type ReviewChanges = AnswerOf<typeof changes>;

type Compared = {
  readonly strategy: string;
  readonly year: number;
  readonly from: number;
  /** Nothing: the draft. */
  readonly to: number | undefined;
};

export const reviewChangesQuery = ({ strategy, year, from, to }: Compared) =>
  queryOptions({
    queryKey: ['review-changes', strategy, year, from, to ?? null],
    queryFn: () => call(changes, { params: { strategy, year }, querystring: { from, to } }),
  });

/** `version` is that of the section: a later one asks anew. */
export const sectionChangesQuery = ({ strategy, year }: ReviewPlace, objective: string, version: number) =>
  queryOptions({
    queryKey: ['review-section-changes', strategy, year, objective, version],
    queryFn: () =>
      call('GET /api/strategies/:strategy/reviews/:year/objectives/:objective/changes', {
        params: { strategy, year, objective },
      }),
  });
