import type { ResultsPage } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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

/** A figure that leads to the list that it counts. */
export const Counted = ({ list, year, kind, words, className = 'counted', children, ...scope }: CountedProps) => (
  <Link
    to="/results"
    search={{ list, of: scopeOf(scope), kind, year }}
    className={className}
    aria-label={words === undefined ? undefined : `${children} ${words}`}
  >
    {children}
  </Link>
);
