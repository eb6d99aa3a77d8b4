import { plural } from '../../lib/format.ts';
import type { ImportLine, ImportOutcome, ImportProgress } from './imports-queries.ts';

export const outcomes: readonly ImportOutcome[] = ['refused', 'conflict', 'warned', 'inserted', 'changed', 'unchanged'];

export const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  inserted: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  warned: 'To look at',
  refused: 'Refused',
  conflict: 'Changed by someone else',
};

export const stateWords: Readonly<Record<ImportLine['state'], string>> = {
  reading: 'Being read',
  tried: 'Tried, not taken over',
  committing: 'Being taken over',
  committed: 'Taken over',
  undone: 'Taken back',
  cancelled: 'Cancelled',
  refused: 'Could not be read',
};

const phaseWords: Readonly<Record<ImportProgress['phase'], readonly [doing: string, done: string]>> = {
  waiting: ['Waiting for its turn', ''],
  reading: ['Reading the file', 'read'],
  checking: ['Checking the rows', 'checked'],
  writing: ['Writing the rows', 'written'],
};

/** "Checking the rows: 45%"; without a percentage while nobody knows how many rows there are. */
export const progressSentence = ({ phase, percent, ofRows }: ImportProgress): string =>
  ofRows === null ? `${phaseWords[phase][0]} …` : `${phaseWords[phase][0]}: ${percent}%`;

/** "90,000 of 200,000 rows checked"; empty while nobody knows how many there are. */
export const rowsSentence = ({ phase, rows, ofRows }: ImportProgress): string =>
  ofRows === null ? '' : `${rows.toLocaleString('en-US')} of ${plural(ofRows, 'row')} ${phaseWords[phase][1]}`;

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
  if (state === 'reading') return 'The file is being read. Nothing is written yet.';
  if (state === 'committing') return 'The rows are being taken over: all of them, or none.';
  if (state === 'cancelled')
    return 'It was cancelled: nothing of it was written. Upload the file again if it is needed.';
  if (state === 'refused') return 'This file could not be read: nothing of it was written.';
  const taken = `${plural(goodRows(counts), 'row')} ${goodRows(counts) === 1 ? 'was' : 'were'} taken over`;
  if (state === 'undone') return `${taken}, and taken back by ${undone?.person ?? 'someone'}.`;
  return badRows(counts) === 0 ? `${taken}.` : `${taken}; ${badRows(counts)} could not be.`;
};
