import type { Change } from '@fbs/contract';
import { formatYear } from './format.ts';

/** What was done to one thing; the place stands behind it. */
const things: Readonly<Record<Change['kind'], string>> = {
  value: 'the value of',
  target: 'the target of',
  indicator: 'the indicator',
  comment: 'the discussion of',
  evidence: 'the evidence of',
  review: 'the annual review',
  linkage: 'the linkages',
  plan: 'the strategy',
  other: 'something on this page',
};

const whoOf = (changes: readonly Change[]): string => {
  const names = [...new Set(changes.flatMap(({ by }) => (by === null ? [] : [by])))];
  if (names.length === 0) return 'Someone';
  return names.length <= 2 ? names.join(' and ') : `${names.length} people`;
};

const whatOf = ({ kind, indicator, year }: Change): string => {
  const when = year === null ? '' : ` for ${formatYear(year)}`;
  return indicator === null ? `${things[kind]}${when}` : `${things[kind]} ${indicator}${when}`;
};

/** One sentence for whatever changed elsewhere, however much it was: "Priya Nair changed 30 figures". */
export const sayChanges = (changes: readonly Change[], more: number): string => {
  const what = [...new Set(changes.map(whatOf))];
  const count = what.length + more;
  if (count === 1) return `${whoOf(changes)} changed ${what[0] ?? ''}`;
  const areFigures = more === 0 && changes.every(({ kind }) => kind === 'value' || kind === 'target');
  return `${whoOf(changes)} changed ${count} ${areFigures ? 'figures' : 'things'}`;
};
