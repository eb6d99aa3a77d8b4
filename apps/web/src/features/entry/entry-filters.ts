import type { EntryRow } from '@fbs/contract';
import { type EntryState, entryStates, type IndicatorRole, indicatorRoles } from '@fbs/core';
import type { SignedInPerson } from '../../lib/session.ts';
import type { EntrySearch } from './entry-search.ts';

/** In the place of a name: the indicators that nobody owns. */
export const noOwner = 'none';

export type EntryFilters = {
  readonly section: string | 'all';
  readonly goal: string | 'all';
  readonly owner: string | 'all';
  readonly state: EntryState | 'all';
  readonly role: IndicatorRole | 'all';
  readonly text: string;
};

const isOneOf = <T extends string>(words: readonly T[], word: string | undefined): word is T =>
  (words as readonly (string | undefined)[]).includes(word);

/** Who enters for one section only begins with that section; an address that names an indicator shows it in any case. */
const sectionOf = ({ section, indicator }: EntrySearch, person: SignedInPerson | null): string => {
  if (section !== undefined) return section;
  const isContributor = person?.roles.every((role) => role === 'contributor') ?? false;
  return isContributor && indicator === undefined ? (person?.section ?? 'all') : 'all';
};

export const filtersOf = (search: EntrySearch, text: string, person: SignedInPerson | null): EntryFilters => ({
  section: sectionOf(search, person),
  goal: search.goal ?? 'all',
  owner: search.owner ?? 'all',
  state: isOneOf(entryStates, search.state) ? search.state : 'all',
  role: isOneOf(indicatorRoles, search.role) ? search.role : 'all',
  text,
});

export const filterRows = (
  rows: readonly EntryRow[],
  { section, goal, owner, state, role, text }: EntryFilters,
): EntryRow[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const searched = `${row.code} ${row.name} ${row.owner ?? ''}`.toLowerCase();
    return (
      (section === 'all' || row.section === section) &&
      (goal === 'all' || row.goal === goal) &&
      (owner === 'all' || (row.owner ?? noOwner) === owner) &&
      (state === 'all' || row.entry.state === state) &&
      (role === 'all' || row.role === role) &&
      words.every((word) => searched.includes(word))
    );
  });
};

export type ObjectiveRows<Objective> = { readonly objective: Objective; readonly rows: readonly EntryRow[] };

/** The rows under their objectives, in the strategy's order; objectives without a row are left out. */
export const groupRows = <Objective extends { readonly code: string }>(
  objectives: readonly Objective[],
  rows: readonly EntryRow[],
): ObjectiveRows<Objective>[] =>
  objectives
    .map((objective) => ({ objective, rows: rows.filter((row) => row.objective === objective.code) }))
    .filter(({ rows: own }) => own.length > 0);
