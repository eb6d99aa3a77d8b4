import type { Instant } from '@fbs/core';
import { and, asc, eq, isNull, lte, max, or } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { frameworkElements, frameworkElementVintages, frameworks } from '../schema/frameworks.ts';
import { strategies } from '../schema/plan.ts';

export type FrameworkRow = typeof frameworks.$inferSelect;

/** What one version of an element says. */
export type ElementWords = {
  readonly parentId: string | null;
  readonly level: string;
  readonly label: string;
  readonly text: string | null;
  readonly quote: string | null;
  readonly position: number;
};

export type FrameworkElementRow = ElementWords & {
  readonly id: string;
  readonly frameworkId: string;
  readonly code: string;
};

export const listFrameworks = (queries: Queries, strategyId: string): Promise<FrameworkRow[]> =>
  queries.select().from(frameworks).where(eq(frameworks.strategyId, strategyId)).orderBy(asc(frameworks.position));

const columns = { id: frameworkElements.id, frameworkId: frameworkElements.frameworkId, code: frameworkElements.code };

const elementsNow = (queries: Queries, strategyId: string): Promise<FrameworkElementRow[]> =>
  queries
    .select({
      ...columns,
      parentId: frameworkElements.parentId,
      level: frameworkElements.level,
      label: frameworkElements.label,
      text: frameworkElements.text,
      quote: frameworkElements.quote,
      position: frameworkElements.position,
    })
    .from(frameworkElements)
    .innerJoin(frameworks, eq(frameworks.id, frameworkElements.frameworkId))
    .where(and(eq(frameworks.strategyId, strategyId), isNull(frameworkElements.removedAt)))
    .orderBy(asc(frameworks.position), asc(frameworkElements.position));

/** What a strategy was approved with belongs to every day, also to one before it. */
const elementsAt = async (queries: Queries, strategyId: string, until: Instant): Promise<FrameworkElementRow[]> => {
  const vintages = frameworkElementVintages;
  const rows = await queries
    .select({
      ...columns,
      parentId: vintages.parentId,
      level: vintages.level,
      label: vintages.label,
      text: vintages.text,
      quote: vintages.quote,
      position: vintages.position,
      removed: vintages.removed,
    })
    .from(vintages)
    .innerJoin(frameworkElements, eq(frameworkElements.id, vintages.elementId))
    .innerJoin(frameworks, eq(frameworks.id, frameworkElements.frameworkId))
    .innerJoin(strategies, eq(strategies.id, frameworks.strategyId))
    .where(
      and(eq(frameworks.strategyId, strategyId), or(lte(vintages.at, until), lte(vintages.at, strategies.createdAt))),
    )
    .orderBy(asc(frameworks.position), asc(vintages.number));
  const latest = new Map(rows.map((row) => [row.id, row]));
  const frameworkPlaces = new Map<string, number>();
  for (const { frameworkId } of rows) {
    if (!frameworkPlaces.has(frameworkId)) frameworkPlaces.set(frameworkId, frameworkPlaces.size);
  }
  const placeOf = ({ frameworkId }: FrameworkElementRow): number => frameworkPlaces.get(frameworkId) ?? 0;
  return [...latest.values()]
    .filter(({ removed }) => removed === 0)
    .sort((a, b) => placeOf(a) - placeOf(b) || a.position - b.position)
    .map(({ removed: _removed, ...row }) => row);
};

/** The elements of all frameworks as they stood at `until` (null: now), in the order of their frameworks. */
export const listFrameworkElements = (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<FrameworkElementRow[]> =>
  until === null ? elementsNow(queries, strategyId) : elementsAt(queries, strategyId, until);

/** Adds a framework behind the last one; of one that is there already (its version is not 0), raises the version. */
export const raiseFramework = async (
  queries: Queries,
  framework: Pick<FrameworkRow, 'id' | 'strategyId' | 'code' | 'title'> & { readonly version: number },
): Promise<void> => {
  const { id, strategyId, title, version } = framework;
  if (version > 0) {
    await queries
      .update(frameworks)
      .set({ title, version: version + 1 })
      .where(eq(frameworks.id, id));
    return;
  }
  const [last] = await queries
    .select({ position: max(frameworks.position) })
    .from(frameworks)
    .where(eq(frameworks.strategyId, strategyId));
  await queries.insert(frameworks).values({ ...framework, position: (last?.position ?? 0) + 1, version: 1 });
};

export type NewElementVersion = {
  readonly id: string;
  readonly frameworkId: string;
  readonly code: string;
  readonly words: ElementWords;
  readonly removed: boolean;
  readonly personId: string;
  readonly at: Instant;
};

/** Writes the next version of an element and moves its row; an element that is new gets its first. */
export const writeElement = async (queries: Queries, element: NewElementVersion): Promise<void> => {
  const { id, frameworkId, code, words, removed, personId, at } = element;
  const [before] = await queries
    .select({ version: frameworkElements.version })
    .from(frameworkElements)
    .where(eq(frameworkElements.id, id));
  const version = (before?.version ?? 0) + 1;
  const row = { ...words, version, removedAt: removed ? at : null };
  if (before === undefined) await queries.insert(frameworkElements).values({ id, frameworkId, code, ...row });
  else await queries.update(frameworkElements).set(row).where(eq(frameworkElements.id, id));
  await queries.insert(frameworkElementVintages).values({
    ...words,
    id: `${id}/vintage/${version}`,
    elementId: id,
    number: version,
    removed: removed ? 1 : 0,
    personId,
    at,
  });
};
