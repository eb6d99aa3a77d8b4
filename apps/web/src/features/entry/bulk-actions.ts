import type { EntryRow } from '@fbs/contract';
import { plural } from '../../lib/format.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import type { EntryWrites } from './use-entry-writes.ts';

export type BulkKind = 'submit' | 'approve' | 'return';

export type Refused = { readonly code: string; readonly reason: string };
export type BulkResult = {
  readonly kind: BulkKind;
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
};

const past: Readonly<Record<BulkKind, string>> = { submit: 'submitted', approve: 'approved', return: 'returned' };

export const mayBe = (kind: BulkKind, { rights }: EntryRow): boolean => rights[kind];

const settled: Readonly<Partial<Record<EntryRow['entry']['state'], string>>> = {
  submitted: 'It is submitted already.',
  approved: 'It is approved already.',
  frozen: 'Its year is frozen.',
  not_applicable: 'It is marked not applicable.',
};

/** Why a selected row stays as it is, before anybody is asked. */
const whyNot = (kind: BulkKind, { entry, rights }: EntryRow): string => {
  if (kind !== 'submit') {
    return entry.state === 'submitted'
      ? 'You may not decide on it: another reviewer has to.'
      : 'It is not submitted: there is nothing to decide.';
  }
  return settled[entry.state] ?? rights.lock?.sentence ?? 'Nothing is entered yet.';
};

/** Does the same to several rows, one after the other: a refusal of one does not hold up the others. */
export const runBulk = async (
  kind: BulkKind,
  rows: readonly EntryRow[],
  writes: EntryWrites,
  note: string,
): Promise<BulkResult> => {
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const row of rows) {
    const { code, entry } = row;
    if (!mayBe(kind, row)) {
      refused.push({ code, reason: whyNot(kind, row) });
      continue;
    }
    try {
      if (kind === 'submit') await writes.submit(code, entry.version);
      else if (kind === 'approve') await writes.approve(code, entry.version);
      else await writes.giveBack(code, note, entry.version);
      done.push(code);
    } catch (error) {
      refused.push({ code, reason: reasonOf(error) });
    }
  }
  return { kind, done, refused };
};

export type RefusedFor = { readonly reason: string; readonly codes: readonly string[] };

const isSettled = ({ reason }: RefusedFor): boolean => Object.values(settled).includes(reason);

/** What was refused for the same reason stands together: first what somebody can mend, last what is done already. */
export const byReason = (refused: readonly Refused[]): readonly RefusedFor[] => {
  const codes = new Map<string, string[]>();
  for (const { code, reason } of refused) codes.set(reason, [...(codes.get(reason) ?? []), code]);
  const groups = [...codes].map(([reason, own]) => ({ reason, codes: own }));
  return [...groups.filter((group) => !isSettled(group)), ...groups.filter(isSettled)];
};

/** "3 values submitted. 1 refused." */
export const resultSentence = ({ kind, done, refused }: BulkResult): string => {
  const first = done.length === 0 ? `Nothing ${past[kind]}.` : `${plural(done.length, 'value')} ${past[kind]}.`;
  return refused.length === 0 ? first : `${first} ${plural(refused.length, 'value')} refused.`;
};
