import type { Instant, LinkageStrength, LinkageSubject } from '@fbs/core';
import { and, asc, desc, eq, isNull, lte, max } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { frameworkElements, frameworks, linkages, linkageVintages } from '../schema/frameworks.ts';
import { people } from '../schema/people.ts';
import { listFrameworkElements, listFrameworks } from './framework-repository.ts';

/** What one version of a linkage says. */
export type LinkageWords = {
  readonly subjectKind: LinkageSubject;
  readonly subjectId: string;
  readonly elementId: string;
  readonly strength: LinkageStrength;
  readonly quote: string | null;
  readonly summary: string | null;
};

/** A linkage with its element, as both stood at the same moment. */
export type LinkageRow = LinkageWords & {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly framework: string;
  readonly frameworkTitle: string;
  /** 1: the strategy's first framework. */
  readonly frameworkPosition: number;
  readonly element: string;
  readonly elementLabel: string;
  readonly elementText: string | null;
  readonly elementQuote: string | null;
};

const typed = <T extends { readonly subjectKind: string; readonly strength: string }>(row: T) => ({
  ...row,
  subjectKind: row.subjectKind as LinkageSubject,
  strength: row.strength as LinkageStrength,
});

const columns = {
  id: linkages.id,
  version: linkages.version,
  createdAt: linkages.createdAt,
  subjectKind: linkages.subjectKind,
  subjectId: linkages.subjectId,
  elementId: linkages.elementId,
  strength: linkages.strength,
  quote: linkages.quote,
  summary: linkages.summary,
  framework: frameworks.code,
  frameworkTitle: frameworks.title,
  frameworkPosition: frameworks.position,
  element: frameworkElements.code,
  elementLabel: frameworkElements.label,
  elementText: frameworkElements.text,
  elementQuote: frameworkElements.quote,
} as const;

const linkagesNow = async (queries: Queries, strategyId: string): Promise<LinkageRow[]> => {
  const rows = await queries
    .select(columns)
    .from(linkages)
    .innerJoin(frameworkElements, eq(frameworkElements.id, linkages.elementId))
    .innerJoin(frameworks, eq(frameworks.id, frameworkElements.frameworkId))
    .where(and(eq(linkages.strategyId, strategyId), isNull(linkages.removedAt)))
    .orderBy(asc(linkages.position));
  return rows.map(typed);
};

const linkagesAt = async (queries: Queries, strategyId: string, until: Instant): Promise<LinkageRow[]> => {
  const vintages = await queries
    .select({ vintage: linkageVintages, createdAt: linkages.createdAt })
    .from(linkageVintages)
    .innerJoin(linkages, eq(linkages.id, linkageVintages.linkageId))
    .where(and(eq(linkageVintages.strategyId, strategyId), lte(linkageVintages.at, until)))
    .orderBy(asc(linkages.position), asc(linkageVintages.number));
  const latest = new Map(vintages.map(({ vintage, createdAt }) => [vintage.linkageId, { ...vintage, createdAt }]));
  const frameworkById = new Map((await listFrameworks(queries, strategyId)).map((row) => [row.id, row]));
  const elementById = new Map((await listFrameworkElements(queries, strategyId, until)).map((row) => [row.id, row]));
  return [...latest.values()].flatMap((vintage) => {
    const element = elementById.get(vintage.elementId);
    const framework = element && frameworkById.get(element.frameworkId);
    if (vintage.removed === 1 || element === undefined || framework === undefined) return [];
    const { createdAt, subjectKind, subjectId, elementId, strength, quote, summary } = vintage;
    return [
      typed({
        id: vintage.linkageId,
        version: vintage.number,
        createdAt,
        subjectKind,
        subjectId,
        elementId,
        strength,
        quote,
        summary,
        framework: framework.code,
        frameworkTitle: framework.title,
        frameworkPosition: framework.position,
        element: element.code,
        elementLabel: element.label,
        elementText: element.text,
        elementQuote: element.quote,
      }),
    ];
  });
};

/** The linkages in force at `until`; null: now. */
export const listLinkages = (queries: Queries, strategyId: string, until: Instant | null): Promise<LinkageRow[]> =>
  until === null ? linkagesNow(queries, strategyId) : linkagesAt(queries, strategyId, until);

/** A linkage as it is now, also a removed one; `removedAt` null: it is in force. */
export const findLinkage = async (
  queries: Queries,
  strategyId: string,
  id: string,
): Promise<(LinkageRow & { readonly removedAt: Instant | null }) | undefined> => {
  const [row] = await queries
    .select({ ...columns, removedAt: linkages.removedAt })
    .from(linkages)
    .innerJoin(frameworkElements, eq(frameworkElements.id, linkages.elementId))
    .innerJoin(frameworks, eq(frameworks.id, frameworkElements.frameworkId))
    .where(and(eq(linkages.strategyId, strategyId), eq(linkages.id, id)));
  return row && typed(row);
};

export type LinkageVersion = {
  readonly id: string;
  readonly strategyId: string;
  readonly number: number;
  readonly words: LinkageWords;
  readonly removed: boolean;
  readonly reason: string | null;
  readonly personId: string;
  readonly at: Instant;
};

const addVintage = async (queries: Queries, { id, words, removed, ...rest }: LinkageVersion): Promise<void> => {
  await queries.insert(linkageVintages).values({
    ...words,
    ...rest,
    id: `${id}/vintage/${rest.number}`,
    linkageId: id,
    removed: removed ? 1 : 0,
  });
};

/** Adds a linkage behind the last one, with its first version. */
export const addLinkage = async (
  queries: Queries,
  added: Omit<LinkageVersion, 'number' | 'removed' | 'reason'>,
): Promise<void> => {
  const { id, strategyId, words, at } = added;
  const [last] = await queries
    .select({ position: max(linkages.position) })
    .from(linkages)
    .where(eq(linkages.strategyId, strategyId));
  const position = (last?.position ?? 0) + 1;
  await queries.insert(linkages).values({ ...words, id, strategyId, position, version: 1, createdAt: at });
  await addVintage(queries, { ...added, number: 1, removed: false, reason: null });
};

/** Writes the next version of a linkage, which also removes it or brings it back, and moves its row. */
export const writeLinkage = async (queries: Queries, next: LinkageVersion): Promise<void> => {
  const { id, number, words, removed, at } = next;
  await queries
    .update(linkages)
    .set({ ...words, version: number, removedAt: removed ? at : null })
    .where(eq(linkages.id, id));
  await addVintage(queries, next);
};

/** Every version of every linkage that was there at `until`, newest first. */
export const listLinkageVintages = async (queries: Queries, strategyId: string, until: Instant | null) => {
  const rows = await queries
    .select({ vintage: linkageVintages, person: people.name })
    .from(linkageVintages)
    .innerJoin(people, eq(people.id, linkageVintages.personId))
    .where(and(eq(linkageVintages.strategyId, strategyId), until === null ? undefined : lte(linkageVintages.at, until)))
    .orderBy(desc(linkageVintages.at), desc(linkageVintages.number));
  return rows.map(({ vintage, person }) => ({ ...typed(vintage), person, removed: vintage.removed === 1 }));
};
export type LinkageVintageRow = Awaited<ReturnType<typeof listLinkageVintages>>[number];
