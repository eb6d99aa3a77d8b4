import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';
import type { Compared } from './compare-search.ts';

export type Comparison = AnswerOf<'GET /api/strategies/:strategy/comparison'>;
export type ComparedIndicator = Comparison['indicators'][number];
export type ComparedEntry = NonNullable<ComparedIndicator['from']>;

/** "Only what changed" is a matter of the screen: it asks for nothing else. */
export const comparisonQuery = (strategy: string, { from, to, goal, objective }: Compared) =>
  queryOptions({
    queryKey: ['comparison', strategy, from, to, goal ?? null, objective ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/comparison', {
        params: { strategy },
        querystring: {
          year: to.year,
          asOf: to.asOf,
          fromYear: from.year,
          fromAsOf: from.asOf,
          goal,
          objective,
        },
      }),
    placeholderData: keepPreviousData,
  });
