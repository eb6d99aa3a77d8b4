import type { Facts } from '../../results/load-facts.ts';
import type { Group } from './write-rows.ts';

type Tried = { readonly id: string; readonly facts: Facts; readonly groups: readonly Group[] };

/**
 * What the file tried last would write, in the thread's memory: who takes it over at once need not wait until it is read
 * back. One file at most, until the thread has another task or ends, a minute after its last.
 */
let lastTried: Tried | null = null;

export const rememberTried = (tried: Tried): void => {
  lastTried = tried;
};

/** What an import would write, and what it was checked against, and no longer here; null: it has to be read. */
export const recallTried = (id: string): Tried | null => {
  const tried = lastTried?.id === id ? lastTried : null;
  lastTried = null;
  return tried;
};

export const forgetTried = (): void => {
  lastTried = null;
};
