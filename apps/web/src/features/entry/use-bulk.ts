import type { EntryRow } from '@fbs/contract';
import { useState } from 'react';
import { announce } from '../../ui/live-region.tsx';
import { type BulkKind, type BulkResult, resultSentence, runBulk } from './bulk-actions.ts';
import type { EntryWrites } from './use-entry-writes.ts';

export type Bulk = {
  readonly isBusy: boolean;
  readonly result: BulkResult | null;
  /** How many times it was done: what came of one is another notice than that of the next. */
  readonly runs: number;
  /** The rows for which a note is being asked before they are returned. */
  readonly returning: readonly EntryRow[];
  readonly start: (kind: BulkKind, rows: readonly EntryRow[]) => void;
  readonly giveBack: (note: string) => Promise<void>;
  readonly cancel: () => void;
  readonly close: () => void;
};

/** Submits, approves or returns several rows, and holds what came of it. */
export const useBulk = (writes: EntryWrites, onDone: () => void): Bulk => {
  const [isBusy, setBusy] = useState(false);
  const [runs, setRuns] = useState(0);
  const [result, setResult] = useState<BulkResult | null>(null);
  const [returning, setReturning] = useState<readonly EntryRow[]>([]);
  const run = async (kind: BulkKind, rows: readonly EntryRow[], note = '') => {
    setBusy(true);
    const outcome = await runBulk(kind, rows, writes, note);
    setBusy(false);
    setReturning([]);
    setResult(outcome);
    setRuns((before) => before + 1);
    announce(resultSentence(outcome));
    onDone();
  };
  return {
    isBusy,
    result,
    runs,
    returning,
    start: (kind, rows) => {
      if (kind === 'return') setReturning(rows);
      else void run(kind, rows);
    },
    giveBack: (note) => run('return', returning, note),
    cancel: () => setReturning([]),
    close: () => setResult(null),
  };
};
