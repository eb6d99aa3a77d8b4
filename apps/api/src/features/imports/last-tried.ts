import type { Group } from './write-rows.ts';

/**
 * What the file tried last would write, in the thread's memory: who takes it over at once need not wait until it is read
 * back. One file at most, until the thread has another task or ends, a minute after its last.
 */
let lastTried: { readonly id: string; readonly groups: readonly Group[] } | null = null;

export const rememberTried = (id: string, groups: readonly Group[]): void => {
  lastTried = { id, groups };
};

/** The groups of an import, and no longer here; null: they have to be read. */
export const recallTried = (id: string): readonly Group[] | null => {
  const groups = lastTried?.id === id ? lastTried.groups : null;
  lastTried = null;
  return groups;
};

export const forgetTried = (): void => {
  lastTried = null;
};
