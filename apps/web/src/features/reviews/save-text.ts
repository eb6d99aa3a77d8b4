import type { RecordedSection } from '@fbs/contract';
import type { SaveAnswer, TheirText } from '../../lib/autosaved-text.ts';
import { currentOf } from '../../lib/stale-write.ts';
import type { Written } from '../../lib/write-chain.ts';

/** Saves one text; what somebody else wrote in the meantime comes back as an answer, not as an error. */
export const saveText = async <Current>(
  write: () => Promise<Written>,
  theirsIn: (current: Current) => TheirText,
): Promise<SaveAnswer> => {
  try {
    return { kind: 'saved', version: (await write()).version };
  } catch (error) {
    const current = currentOf<Current>(error);
    if (current === undefined) throw error;
    return { kind: 'stale', theirs: theirsIn(current) };
  }
};

/** What somebody else wrote into a section, with who it was. */
export const theirSection = ({ version, recorded }: RecordedSection, text: string): TheirText => ({
  text,
  version,
  person: recorded?.person ?? null,
  at: recorded?.at ?? null,
});

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text);
