import type { Day } from './vocabulary.ts';

export type Awaited = {
  readonly due: boolean;
  readonly reported: boolean;
  readonly dueDay: Day;
};

export type Completeness = {
  readonly due: number;
  readonly reported: number;
  /** Whole percent of what is due, rounded down, so that 100 means all; null where nothing is due. */
  readonly percent: number | null;
  /** The earliest due day among what is missing. */
  readonly oldestOverdue: Day | null;
};

/** How much of what is due has been reported: the counts of the overview, for any part of the strategy. */
export const completenessOf = (entries: readonly Awaited[]): Completeness => {
  const due = entries.filter((entry) => entry.due);
  const missing = due.filter((entry) => !entry.reported).map((entry) => entry.dueDay);
  const reported = due.length - missing.length;
  return {
    due: due.length,
    reported,
    percent: due.length === 0 ? null : Math.floor((reported * 100) / due.length),
    oldestOverdue: missing.sort()[0] ?? null,
  };
};
