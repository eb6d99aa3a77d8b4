import type { Instant, LinkageStrength, LinkageSubject } from '@fbs/core';
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { frameworkElements, frameworks, linkages } from '../schema/frameworks.ts';

export type FrameworkRow = typeof frameworks.$inferSelect;
export type FrameworkElementRow = typeof frameworkElements.$inferSelect;

export type LinkageRow = {
  readonly id: string;
  readonly subjectKind: LinkageSubject;
  readonly subjectId: string;
  readonly strength: LinkageStrength;
  readonly quote: string | null;
  readonly summary: string | null;
  readonly framework: string;
  readonly frameworkTitle: string;
  readonly element: string;
  readonly elementLabel: string;
  readonly elementText: string | null;
  readonly elementQuote: string | null;
};

export const listFrameworks = (queries: Queries, strategyId: string): Promise<FrameworkRow[]> =>
  queries.select().from(frameworks).where(eq(frameworks.strategyId, strategyId)).orderBy(asc(frameworks.position));

export const listFrameworkElements = async (queries: Queries, strategyId: string): Promise<FrameworkElementRow[]> => {
  const rows = await queries
    .select({ element: frameworkElements })
    .from(frameworkElements)
    .innerJoin(frameworks, eq(frameworks.id, frameworkElements.frameworkId))
    .where(eq(frameworks.strategyId, strategyId))
    .orderBy(asc(frameworks.position), asc(frameworkElements.position));
  return rows.map((row) => row.element);
};

/** The linkages in force at `until`; null: now. */
export const listLinkages = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<LinkageRow[]> => {
  const inForce =
    until === null
      ? isNull(linkages.removedAt)
      : and(lte(linkages.createdAt, until), or(isNull(linkages.removedAt), gt(linkages.removedAt, until)));
  const rows = await queries
    .select({
      id: linkages.id,
      subjectKind: linkages.subjectKind,
      subjectId: linkages.subjectId,
      strength: linkages.strength,
      quote: linkages.quote,
      summary: linkages.summary,
      framework: frameworks.code,
      frameworkTitle: frameworks.title,
      element: frameworkElements.code,
      elementLabel: frameworkElements.label,
      elementText: frameworkElements.text,
      elementQuote: frameworkElements.quote,
    })
    .from(linkages)
    .innerJoin(frameworkElements, eq(frameworkElements.id, linkages.elementId))
    .innerJoin(frameworks, eq(frameworks.id, frameworkElements.frameworkId))
    .where(and(eq(linkages.strategyId, strategyId), inForce))
    .orderBy(asc(linkages.position));
  return rows.map((row) => ({
    ...row,
    subjectKind: row.subjectKind as LinkageSubject,
    strength: row.strength as LinkageStrength,
  }));
};
