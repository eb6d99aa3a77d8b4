import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';

type Overview = AnswerOf<'GET /api/strategies/:strategy/overview'>;
type GoalPage = AnswerOf<'GET /api/strategies/:strategy/goals/:code'>;

/** The whole meeting at once: nobody waits between two slides. */
export type Meeting = { readonly overview: Overview; readonly goals: readonly GoalPage[] };

export const meetingQuery = (strategy: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['meeting', strategy, year, asOf ?? null],
    queryFn: async (): Promise<Meeting> => {
      const querystring = { year, asOf };
      const overview = await call('GET /api/strategies/:strategy/overview', { params: { strategy }, querystring });
      const goals = overview.goals.map(({ code }) =>
        call('GET /api/strategies/:strategy/goals/:code', { params: { strategy, code }, querystring }),
      );
      return { overview, goals: await Promise.all(goals) };
    },
  });
