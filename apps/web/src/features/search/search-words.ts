import { longestSearch, type SearchKind, searchPieces } from '@fbs/core';
import { linkOptions } from '@tanstack/react-router';
import { formatDay, formatYear, plural } from '../../lib/format.ts';
import type { SearchAnswer, SearchResult } from './search-queries.ts';

export const kindLabels: Readonly<Record<SearchKind, string>> = {
  indicator: 'Indicators',
  objective: 'Objectives',
  goal: 'Goals',
  element: 'Framework elements',
  entry: 'Explanations and notes of values',
  note: 'Notes on charts',
  comment: 'Discussion',
  review: 'Annual reviews',
  review_section: 'Sections of annual reviews',
  person: 'People',
};

/** Where a result leads; people have no page of their own. */
export const destinationOf = (kind: SearchKind, { code, indicator, framework, objective, year }: SearchResult) => {
  const at = { year: year ?? undefined };
  switch (kind) {
    case 'goal':
      return linkOptions({ to: '/goals/$code', params: { code: code ?? '' } });
    case 'objective':
      return linkOptions({ to: '/objectives/$code', params: { code: code ?? '' } });
    case 'indicator':
      return linkOptions({ to: '/indicators/$code', params: { code: code ?? '' } });
    case 'element':
      return linkOptions({
        to: '/linkages/$framework/$element',
        params: { framework: framework ?? '', element: code ?? '' },
      });
    case 'entry':
    case 'note':
    case 'comment':
      return linkOptions({ to: '/indicators/$code', params: { code: indicator ?? '' }, search: at });
    case 'review':
      return linkOptions({ to: '/reviews/$year', params: { year: String(year) } });
    case 'review_section':
      return linkOptions({
        to: '/reviews/$year',
        params: { year: String(year) },
        search: { objective: objective ?? undefined },
      });
    default:
      return null;
  }
};

/** What stands before the title: a code, or what a text is about; the label of a framework's element says its own. */
export const codeOf = ({ code, framework, indicator, objective }: SearchResult): string | null =>
  framework === null ? (code ?? indicator ?? objective) : null;

/** To which year, person and day a result belongs. */
export const circumstancesOf = ({ year, person, at, draft }: SearchResult): string =>
  [year === null ? '' : formatYear(year), draft ? 'not submitted' : '', person ?? '', at === null ? '' : formatDay(at)]
    .filter(Boolean)
    .join(', ');

/** Why nothing can be asked for; null: it can. */
export const whyNotAsked = (q: string): string | null => {
  if (q.trim() === '') return 'Type a code such as 1.2-D, a word or a name.';
  if (q.length > longestSearch) return `Search for up to ${longestSearch} characters: shorten what you look for.`;
  return searchPieces(q).length === 0 ? 'Type at least one letter or digit.' : null;
};

const everywhere = 'These words stand nearly everywhere, so only codes and names were looked at: add another.';

export const sayFound = ({ total, groups, narrowed }: Omit<SearchAnswer, 'words'>): string => {
  if (total === 0) return 'Nothing found';
  const [only, ...others] = groups;
  const where = only !== undefined && others.length === 0 ? kindLabels[only.kind] : `${groups.length} kinds`;
  const found = `${plural(total, 'result')} in ${where}`;
  return narrowed ? `${found}. ${everywhere}` : found;
};

/** Why nothing was found, and what to do. */
export const whyNothing = ({ narrowed }: Pick<SearchAnswer, 'narrowed'>): string =>
  narrowed ? everywhere : 'Nothing that you may read holds all these words. Try fewer, or only their beginnings.';

/** Search knows how things stand today; who looks back is told so. */
export const todayOnly = (asOf: string): string =>
  `Search looks at today. What it finds opens as it stood on ${formatDay(asOf)}, where it may differ.`;
