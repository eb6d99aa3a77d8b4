import type { Instant } from '@fbs/core';
import { and, desc, eq } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { auditEntries, counters, settings } from '../schema/service.ts';

/** The settings by key, their JSON read. */
export const readSettings = async (queries: Queries): Promise<ReadonlyMap<string, unknown>> => {
  const rows = await queries.select({ key: settings.key, value: settings.value }).from(settings);
  return new Map(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
};

export type DataVersions = {
  /** Raised by every write. */
  readonly data: number;
  /** Raised whenever the plan, its people or its settings change. */
  readonly plan: number;
};

export const readDataVersions = async (queries: Queries): Promise<DataVersions> => {
  const rows = await queries.select().from(counters);
  const numberOf = (name: string): number => rows.find((row) => row.name === name)?.value ?? 0;
  return { data: numberOf('data_version'), plan: numberOf('plan_version') };
};

export type AuditEntry = {
  readonly at: Instant;
  readonly personId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly strategyId: string | null;
  /** Any JSON value; null: there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
};

const jsonOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Leaves a trace of a write; to be called in the same work. */
export const addAuditEntry = async (queries: Queries, entry: AuditEntry): Promise<void> => {
  await queries
    .insert(auditEntries)
    .values({ ...entry, before: jsonOrNull(entry.before), after: jsonOrNull(entry.after) });
};

/** The trace of one thing, newest first. */
export const listAuditEntries = async (
  queries: Queries,
  subject: { readonly kind: string; readonly id: string },
): Promise<AuditEntry[]> => {
  const rows = await queries
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, subject.kind), eq(auditEntries.subjectId, subject.id)))
    .orderBy(desc(auditEntries.id));
  return rows.map((row) => ({
    ...row,
    before: row.before === null ? null : (JSON.parse(row.before) as unknown),
    after: row.after === null ? null : (JSON.parse(row.after) as unknown),
  }));
};
