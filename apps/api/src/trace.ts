import { auditRepository, type Queries } from '@fbs/db';
import type { Context } from './context.ts';

type Trace = {
  /** What was done, in the past: "entered a value". */
  readonly action: string;
  readonly kind: string;
  readonly id: string;
  readonly strategy: string | null;
  readonly before: unknown;
  readonly after: unknown;
};

/** Leaves an audit entry in the same write: who (null: the service itself), what, before, after, when. */
export const trace = (
  queries: Queries,
  context: { readonly actor: Context['actor'] | null },
  at: string,
  entry: Trace,
): Promise<void> =>
  auditRepository.addAuditEntry(queries, {
    at,
    personId: context.actor?.id ?? null,
    action: entry.action,
    subjectKind: entry.kind,
    subjectId: entry.id,
    strategyId: entry.strategy,
    before: entry.before,
    after: entry.after,
  });
