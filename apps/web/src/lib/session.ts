import { beginsWithWork } from '@fbs/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { rootRouteId, useSearch } from '@tanstack/react-router';
import { createContext, use } from 'react';
import type { AnswerOf } from './api-client.ts';
import { call } from './api-client.ts';
import type { SiteSearch } from './year-and-as-of.ts';

export type Session = AnswerOf<'GET /api/session'>;
export type SignedInPerson = NonNullable<Session['person']>;
export type SessionStrategy = Session['strategies'][number];

/** Who is here, in which mode, and which strategies there are. The router asks it before the first screen. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call('GET /api/session', {}),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The router shows no screen before the session has come; after that there is always one. */
export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) throw new Error('The session has not been asked for yet.');
  return data;
};

/** Other names than those of today: of a review that was signed with them. */
export const AssessmentNames = createContext<Session['assessmentNames'] | null>(null);

/** What the office calls the assessments of its review. */
export const useAssessmentNames = (): Session['assessmentNames'] => {
  const { assessmentNames } = useSession();
  return use(AssessmentNames) ?? assessmentNames;
};

/** The U.S. fiscal year of a day: it begins on October 1 of the year before. */
export const fiscalYearOf = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5, 7) >= '10' ? 1 : 0);

/** The strategy that an address names; else the one of its year, or of today. */
export const strategyOf = (
  { strategies, today }: Session,
  { strategy, year = fiscalYearOf(today) }: SiteSearch,
): SessionStrategy | undefined => {
  const of = (wanted: SessionStrategy['state']) => strategies.filter(({ state }) => state === wanted);
  const inForce = of('in_force');
  return (
    strategies.find(({ id }) => id === strategy) ??
    [...inForce, ...of('archived')].find(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear) ??
    inForce.at(-1) ??
    strategies[0]
  );
};

export const useStrategyIfAny = (): SessionStrategy | undefined =>
  strategyOf(useSession(), useSearch({ from: rootRouteId }));

/** Only for screens behind the sign-in: there is always a strategy there. */
export const useStrategy = (): SessionStrategy => {
  const strategy = useStrategyIfAny();
  if (strategy === undefined) throw new Error('No strategy has been loaded yet. An administrator can load one.');
  return strategy;
};

export const yearsOf = ({ firstYear, lastYear }: SessionStrategy): number[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

export const hasWork = ({ roles }: SignedInPerson): boolean => beginsWithWork(roles);

/** Whether the signed-in person may do this at least in the own section; the server decides each single case. */
export const useMay = (action: string): boolean => {
  const { person } = useSession();
  return (useStrategyIfAny() ?? person)?.permissions.includes(action) ?? false;
};

/** Where the signed-in person may enter values: planners everywhere, contributors in their own section. */
export const useMayEnterIn = (): ((section: string) => boolean) => {
  const person = useSession().person;
  const may = useMay('enter values');
  return (section) => may && (person?.section === section || person?.roles.includes('planner') === true);
};
