import type { Instant } from '@fbs/core';
import type { Queries } from '../database.ts';
import { auditEntries } from '../schema/service.ts';
import { insertRows } from './insert-rows.ts';
import { publishedRecord, strategyId } from './places.ts';

type Trace = typeof auditEntries.$inferInsert;

/** The trace of something that the public record brought in. */
export const traceOf = (subjectKind: string, subjectId: string, after: unknown, at: Instant): Trace => ({
  at,
  personId: publishedRecord,
  action: 'loaded the public record',
  subjectKind,
  subjectId,
  strategyId,
  before: null,
  after: JSON.stringify(after),
});

/** The trace of a group of invented rows; nobody entered them. */
export const illustrativeTraceOf = (group: string, rows: number, at: Instant): Trace => ({
  at,
  personId: null,
  action: `loaded illustrative ${group}`,
  subjectKind: 'strategy',
  subjectId: strategyId,
  strategyId,
  before: null,
  after: JSON.stringify({ rows }),
});

export const writeTraces = (queries: Queries, traces: readonly Trace[]): Promise<void> =>
  insertRows(queries, auditEntries, traces);
