import type { Entry } from '@fbs/contract';
import type { SaveAnswer } from '../../lib/autosaved-text.ts';
import { currentOf } from '../../lib/stale-write.ts';
import type { WrittenEntry } from './use-entry-writes.ts';

/** Runs a write of one text of an entry; what somebody else wrote meanwhile comes back as an answer, not as an error. */
export const saveField = async (
  write: () => Promise<WrittenEntry>,
  textOf: (entry: Entry) => string,
): Promise<SaveAnswer> => {
  try {
    return { kind: 'saved', version: (await write()).version };
  } catch (error) {
    const current = currentOf<Entry>(error);
    if (current === undefined) throw error;
    const { version, recorded } = current;
    const theirs = { text: textOf(current), version, person: recorded?.person ?? null, at: recorded?.at ?? null };
    return { kind: 'stale', theirs };
  }
};

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
