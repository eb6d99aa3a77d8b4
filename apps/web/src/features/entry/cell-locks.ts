import type { EntryRow } from '@fbs/contract';
import { whyNoTarget } from '@fbs/core';
import type { Field } from './grid-moves.ts';

/** Also one that was taken back again; the list may not know yet of one that was just entered. */
export const isResultKnown = ({ entry, resultKnown }: EntryRow): boolean => resultKnown || entry.value !== null;

/** Why a target cannot be typed; the rights of an entry name the lock of its value only. */
const targetLock = (row: EntryRow, mayReviseAfterResult: boolean): string | null => {
  const { entry, rights } = row;
  const none = whyNoTarget(row);
  if (none !== null) return `This indicator ${none}`;
  if (!rights.setTarget) {
    const closed = ['as_of_view', 'period_frozen', 'in_clearance', 'retired'].includes(rights.lock?.reason ?? '');
    return closed && rights.lock !== null ? rights.lock.sentence : 'Only planners and reviewers may set targets.';
  }
  if (isResultKnown(row) && !mayReviseAfterResult) {
    return `The result is known: only a reviewer may still ${entry.target.version > 0 ? 'revise this' : 'set a'} target.`;
  }
  return null;
};

const valueLock = ({ entry, rights }: EntryRow): string | null => {
  if (rights.enter) return null;
  if (entry.withheld) return 'This draft belongs to another section; you see it once it is submitted.';
  return rights.lock?.sentence ?? 'This value cannot be changed now.';
};

/** Why a cell cannot be typed into, in a sentence; null where it can. */
export const lockOf = (row: EntryRow, field: Field, mayReviseAfterResult: boolean): string | null =>
  field === 'value' ? valueLock(row) : targetLock(row, mayReviseAfterResult);
