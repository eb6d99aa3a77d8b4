import type { ResultsPage } from '@fbs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useStrategy } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { resultsQuery } from './results-query.ts';
import './results.scss';

/** Which list of a year: its name, and what it is narrowed to. */
export type ResultsPlace = {
  readonly list: ResultsPage['list'];
  readonly year: number;
  readonly goal?: string | undefined;
  readonly objective?: string | undefined;
  readonly kind?: NonNullable<ResultsPage['kind']> | undefined;
};

type CountedProps = ResultsPlace & {
  readonly className?: string;
} & (
    | { readonly children: ReactNode; readonly words?: never }
    /** What is counted, for who hears the link alone, where the figure is all its text. */
    | { readonly children: string | number; readonly words: string }
  );

const scopeOf = ({ goal, objective }: Pick<ResultsPlace, 'goal' | 'objective'>): string | undefined => {
  if (objective !== undefined) return `objective-${objective}`;
  return goal === undefined ? undefined : `goal-${goal}`;
};

/** A figure that leads to the list that it counts, which is fetched on the way there. */
export const Counted = ({ list, year, kind, words, className = 'counted', children, ...scope }: CountedProps) => {
  const queryClient = useQueryClient();
  const { id } = useStrategy();
  const { asOf } = useYearAndAsOf();
  const { goal, objective } = scope;
  const fetchList = () => void queryClient.prefetchQuery(resultsQuery(id, { list, goal, objective, kind }, year, asOf));
  return (
    <Link
      to="/results"
      search={{ list, of: scopeOf(scope), kind, year }}
      className={className}
      aria-label={words === undefined ? undefined : `${children} ${words}`}
      onPointerEnter={fetchList}
      onFocus={fetchList}
    >
      {children}
    </Link>
  );
};
