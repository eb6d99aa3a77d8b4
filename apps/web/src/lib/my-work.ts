import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from './api-client.ts';

export type MyWork = AnswerOf<'GET /api/strategies/:strategy/my-work'>;
export type WorkItem = MyWork['items'][number];

/** What waits for the signed-in person, across all years; the list, its count and "Next" in the grid ask once. */
export const myWorkQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['my-work', strategy],
    queryFn: () => call('GET /api/strategies/:strategy/my-work', { params: { strategy } }),
  });
