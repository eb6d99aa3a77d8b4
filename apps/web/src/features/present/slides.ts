import { formatYear } from '../../lib/format.ts';
import type { Meeting } from './present-queries.ts';

export type Slide =
  | { readonly kind: 'opening'; readonly title: string }
  | { readonly kind: 'goal'; readonly title: string; readonly goal: Meeting['goals'][number] }
  | { readonly kind: 'attention'; readonly title: string };

/** An opening, a goal each, and what needs attention. */
export const slidesOf = ({ overview, goals }: Meeting): readonly Slide[] => [
  { kind: 'opening', title: `${overview.strategy.title}, ${formatYear(overview.year)}` },
  ...goals.map((goal): Slide => ({ kind: 'goal', title: `Goal ${goal.code} ${goal.shortName}`, goal })),
  { kind: 'attention', title: 'Needs attention' },
];

/** The address counts from 1; what is not a page is the first one. */
export const pageOf = (asked: unknown, pages: number): number => {
  const page = Number(asked);
  return Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
};

/** Where a key leads; null: nowhere. */
export const pageForKey = (key: string, page: number, pages: number): number | null => {
  const asked = {
    ArrowRight: page + 1,
    PageDown: page + 1,
    ArrowLeft: page - 1,
    PageUp: page - 1,
    Home: 1,
    End: pages,
  };
  const next = asked[key as keyof typeof asked];
  return next === undefined || next < 1 || next > pages || next === page ? null : next;
};
