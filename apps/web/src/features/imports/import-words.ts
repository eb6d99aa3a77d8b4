import { plural } from '../../lib/format.ts';
import type { ImportLine, ImportOutcome } from './imports-queries.ts';

export const outcomes: readonly ImportOutcome[] = ['refused', 'conflict', 'warned', 'inserted', 'changed', 'unchanged'];

export const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  inserted: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  warned: 'To look at',
  refused: 'Refused',
  conflict: 'Changed by somebody',
};

export const stateWords: Readonly<Record<ImportLine['state'], string>> = {
  tried: 'Tried, not taken over',
  committed: 'Taken over',
  undone: 'Taken back',
};

type Counts = ImportLine['counts'];

/** The rows that are, or were, written. */
export const goodRows = ({ inserted, changed, warned }: Counts): number => inserted + changed + warned;

export const badRows = ({ refused, conflict }: Counts): number => refused + conflict;

/** What the dry run found, in a sentence. */
export const triedSentence = (counts: Counts): string => {
  const good = goodRows(counts);
  const bad = badRows(counts);
  if (good === 0 && bad === 0) return 'Everything in this file is recorded already: nothing would change.';
  const would = good === 0 ? 'No row would change anything' : `${plural(good, 'row')} would be taken over`;
  return bad === 0 ? `${would}. Nothing is written yet.` : `${would}; ${bad} cannot be. Nothing is written yet.`;
};

/** What became of an import, in a sentence. */
export const resultSentence = ({ state, counts, undone }: ImportLine): string => {
  if (state === 'tried') return triedSentence(counts);
  const taken = `${plural(goodRows(counts), 'row')} ${goodRows(counts) === 1 ? 'was' : 'were'} taken over`;
  if (state === 'undone') return `${taken}, and taken back by ${undone?.person ?? 'somebody'}.`;
  return badRows(counts) === 0 ? `${taken}.` : `${taken}; ${badRows(counts)} could not be.`;
};
