import type { Instant, SearchKind, Year } from '@fbs/core';
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Queries } from '../database.ts';
import { frameworks } from '../schema/frameworks.ts';
import { people } from '../schema/people.ts';
import { objectives } from '../schema/plan.ts';
import { reviewSections, reviews } from '../schema/reviews.ts';
import { searchDocuments } from '../schema/search.ts';

export type SearchAsk = {
  readonly strategyId: string;
  /** Each is words side by side; the last one may go on. Letters, digits and spaces alone (searchPieces of core). */
  readonly pieces: readonly string[];
  /** How the thing itself may be called, in the same words: "objective 1 2". */
  readonly name: string;
  /** null: every kind. */
  readonly kind: SearchKind | null;
  /** How many rows of each kind. */
  readonly each: number;
  /** Whose drafts may be found: everybody's, those of a section, or nobody's (null). */
  readonly drafts: 'all' | { readonly section: string } | null;
};

export type FoundRow = {
  readonly kind: SearchKind;
  /** How many of this kind were found. */
  readonly count: number;
  /** 0: called exactly so; 1: what it is called begins so, in the order of codes; 2: the words stand in it. */
  readonly nearness: number;
  readonly code: string;
  readonly title: string;
  readonly body: string;
  readonly year: Year | null;
  readonly illustrative: boolean;
  /** Not submitted yet, or returned. */
  readonly draft: boolean;
  readonly at: Instant | null;
  readonly person: string | null;
  /** The indicator that it is about. */
  readonly indicator: string | null;
  readonly indicatorName: string | null;
  readonly framework: string | null;
  readonly objective: string | null;
};

/** Words that stand in more texts than this say nothing about any of them. */
const widest = 2000;

/** A title counts four times as much as a text, a code eight times. */
const weighed = sql`bm25(search_index, 8.0, 4.0, 1.0)`;

const matchOf = (pieces: readonly string[]): string => pieces.map((piece) => `"${piece}"*`).join(' ');

const isOfStrategy = (strategyId: string) => sql`(
  document.strategy_id = ${strategyId}
  or document.kind = 'person'
  or (document.strategy_id is null and document.parent_id in (
    select id from frameworks where strategy_id = ${strategyId}
    union all select id from reviews where strategy_id = ${strategyId}
    union all select id from indicators where strategy_id = ${strategyId}
  ))
)`;

const mayBeRead = (drafts: SearchAsk['drafts']) => {
  if (drafts === 'all') return sql`true`;
  if (drafts === null) return sql`document.withheld = 0`;
  return sql`(document.withheld = 0 or document.parent_id in (
    select indicator.id from indicators indicator
    join indicator_definitions definition
      on definition.indicator_id = indicator.id and definition.number = indicator.definition_number
    where json_extract(definition.definition, '$.section') = ${drafts.section}
  ))`;
};

/** The nearest of each kind, with how many there are. */
const foundIn = ({ strategyId, name, kind, each, drafts }: SearchAsk, match: string) => sql`(
    with hits as materialized (
      select document.id, document.kind, ${weighed} as score,
        case when instr(document.keys, ${`|${name}|`}) then 0 when instr(document.keys, ${`|${name}`}) then 1 else 2 end
          as nearness,
        case when instr(document.keys, ${`|${name}`}) then document.code else '' end as name
      from search_index join search_documents document on document.id = search_index.rowid
      where search_index match ${match} and ${isOfStrategy(strategyId)} and ${mayBeRead(drafts)}
        and ${kind === null ? sql`true` : sql`document.kind = ${kind}`}
    )
    select * from (
      select id, nearness, score, count(*) over (partition by kind) as found,
        row_number() over (partition by kind order by nearness, name, score, id) as place
      from hits
    ) where place <= ${each}
  ) as hit`;

/** One letter alone begins a word of nearly every text; so may a word that everybody uses. */
const isWide = async (queries: Queries, pieces: readonly string[]): Promise<boolean> => {
  if (pieces.length === 1 && pieces[0]?.length === 1) return true;
  const [row] = await queries
    .select({ count: sql<number>`count(*)` })
    .from(sql`search_index`)
    .where(sql`search_index match ${matchOf(pieces)}`);
  return (row?.count ?? 0) > widest;
};

/** What holds all the pieces, the nearest first within each kind; nothing where there are no pieces. */
export const searchDocumentsFor = async (
  queries: Queries,
  ask: SearchAsk,
): Promise<{
  readonly rows: readonly FoundRow[];
  /** The pieces stand nearly everywhere: only codes and titles were looked at. */
  readonly narrowed: boolean;
}> => {
  if (ask.pieces.length === 0) return { rows: [], narrowed: false };
  const narrowed = await isWide(queries, ask.pieces);
  const match = narrowed ? `{code title} : (${matchOf(ask.pieces)})` : matchOf(ask.pieces);
  const about = alias(searchDocuments, 'about');
  const rows = await queries
    .select({
      kind: searchDocuments.kind,
      count: sql<number>`hit.found`,
      nearness: sql<number>`hit.nearness`,
      code: searchDocuments.code,
      title: searchDocuments.title,
      body: searchDocuments.body,
      year: sql<Year | null>`coalesce(${searchDocuments.year}, ${reviews.year})`,
      illustrative: searchDocuments.illustrative,
      withheld: searchDocuments.withheld,
      at: searchDocuments.at,
      person: people.name,
      indicator: about.code,
      indicatorName: about.title,
      framework: frameworks.code,
      objective: objectives.code,
    })
    .from(foundIn(ask, match))
    .innerJoin(searchDocuments, eq(searchDocuments.id, sql`hit.id`))
    .leftJoin(about, and(eq(about.kind, 'indicator'), eq(about.subjectId, searchDocuments.parentId)))
    .leftJoin(frameworks, eq(frameworks.id, searchDocuments.parentId))
    .leftJoin(
      reviewSections,
      and(eq(searchDocuments.kind, 'review_section'), eq(reviewSections.id, searchDocuments.subjectId)),
    )
    .leftJoin(reviews, eq(reviews.id, reviewSections.reviewId))
    .leftJoin(objectives, eq(objectives.id, reviewSections.objectiveId))
    .leftJoin(people, eq(people.id, searchDocuments.personId))
    .orderBy(asc(sql`hit.place`));
  return {
    rows: rows.map(({ withheld, ...row }) => ({
      ...row,
      kind: row.kind as SearchKind,
      illustrative: row.illustrative === 1,
      draft: withheld === 1,
    })),
    narrowed,
  };
};
