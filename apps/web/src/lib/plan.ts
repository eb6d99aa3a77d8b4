import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './api-client.ts';
import { useStrategy } from './session.ts';
import { useYearAndAsOf } from './year-and-as-of.ts';

/** The goals, objectives and sections themselves; they change rarely, and several screens name them. */
export const planQuery = (strategy: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['plan', strategy, asOf ?? null],
    queryFn: () => call('GET /api/strategies/:strategy', { params: { strategy }, querystring: { asOf } }),
    staleTime: 5 * 60_000,
  });

/** "International Programs (IP)"; the code alone until the names are known. */
export const useSectionName = (code: string): string => {
  const { id } = useStrategy();
  const { asOf } = useYearAndAsOf();
  const name = useQuery(planQuery(id, asOf)).data?.sections.find((section) => section.code === code)?.name;
  return name === undefined ? code : `${name} (${code})`;
};
