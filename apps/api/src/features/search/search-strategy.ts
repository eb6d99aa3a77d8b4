import type { SearchAnswer, SearchResult } from '@fbs/contract';
import {
  excerptOf,
  longestSearch,
  markHits,
  permits,
  type SearchKind,
  searchKinds,
  searchPieces,
  withoutKind,
} from '@fbs/core';
import { planRepository, searchRepository } from '@fbs/db';
import { type Actor, allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';

type Search = {
  readonly strategy: string;
  readonly q: string;
  readonly kind?: SearchKind | undefined;
  readonly each: number;
};

const tooLong = `Search for up to ${longestSearch} characters: shorten what you look for.`;

const draftsFor = (actor: Actor): searchRepository.SearchAsk['drafts'] => {
  if (permits(actor, 'see drafts')) return 'all';
  const { section } = actor;
  return section !== null && permits(actor, 'see drafts', { section }) ? { section } : null;
};

const titleOf = ({ kind, title, indicatorName }: searchRepository.FoundRow): string => {
  if (kind === 'review') return 'Summary and linkage to the JSP';
  return title === '' ? (indicatorName ?? '') : title;
};

const present = (row: searchRepository.FoundRow, pieces: readonly string[]): SearchResult => ({
  code: row.code === '' ? null : row.code,
  title: markHits(titleOf(row), pieces),
  excerpt: excerptOf(row.body, pieces),
  year: row.year,
  indicator: row.indicator,
  framework: row.framework,
  objective: row.objective,
  person: row.person,
  at: row.at,
  illustrative: row.illustrative,
  draft: row.draft,
});

const groupsOf = (rows: readonly searchRepository.FoundRow[], pieces: readonly string[]): SearchAnswer['groups'] =>
  searchKinds
    .map((kind) => rows.filter((row) => row.kind === kind))
    .filter((found) => found.length > 0)
    .sort(([left], [right]) => (left?.nearness ?? 2) - (right?.nearness ?? 2))
    .flatMap((found) => {
      const [first] = found;
      if (first === undefined) return [];
      return [{ kind: first.kind, count: first.count, results: found.map((row) => present(row, pieces)) }];
    });

/** Finds what the person who asks may read, as it stands today. */
export const searchStrategy = (context: Context, { strategy, q, kind, each }: Search): Promise<SearchAnswer> => {
  allow(context.actor, 'read');
  if (q.length > longestSearch) {
    throw new DomainError('invalid', tooLong, { errors: [{ pointer: '/q', detail: tooLong }] });
  }
  const named = searchPieces(q);
  const words = withoutKind(named);
  return context.database.read(async (queries) => {
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`);
    const { rows, narrowed } = await searchRepository.searchDocumentsFor(queries, {
      strategyId: strategy,
      pieces: words,
      name: named.join(' '),
      kind: kind ?? null,
      each,
      drafts: draftsFor(context.actor),
    });
    const groups = groupsOf(rows, words);
    return { words, total: groups.reduce((sum, { count }) => sum + count, 0), narrowed, groups };
  });
};
