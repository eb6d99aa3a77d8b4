import type { ImportRow, ImportRows } from '@fbs/contract';
import { importRepository, type Queries } from '@fbs/db';
import { versionAt } from './check-rows.ts';
import { rowsPerBlock, unpackBlock } from './import-blocks.ts';
import {
  type Counts,
  conflictSentence,
  goodOutcomes,
  noCounts,
  type Outcome,
  placeKey,
  placeOfKey,
} from './import-rows.ts';
import type { Standing } from './import-standing.ts';
import type { Kept } from './import-work.ts';

/** Where somebody wrote since the file was tried. */
export type Moved = ReadonlySet<string>;

export const nowhere: Moved = new Set();

export const movedPlaces = (standing: Standing, { places }: Kept): Moved =>
  new Set(
    Object.entries(places)
      .filter(([key, { version }]) => versionAt(standing, placeOfKey(key)) !== version)
      .map(([key]) => key),
  );

/** What would be written where somebody wrote since is a conflict by now. */
export const withConflicts = (counts: Counts, { places }: Kept, moved: Moved): Counts => {
  const now = { ...counts };
  for (const key of moved) {
    const there = places[key]?.counts ?? noCounts;
    for (const outcome of goodOutcomes) {
      now[outcome] -= there[outcome];
      now.conflict += there[outcome];
    }
  }
  return now;
};

const asOfNow = (finding: ImportRow, moved: Moved, idOf: Standing['idOf']): ImportRow => {
  const { sheet, indicator, year, outcome } = finding;
  const id = indicator === null ? undefined : idOf(indicator);
  if (moved.size === 0 || id === undefined || year === null || !goodOutcomes.includes(outcome)) return finding;
  const key = placeKey({ kind: sheet === 'Targets' ? 'target' : 'value', indicatorId: id, year });
  return moved.has(key) ? { ...finding, outcome: 'conflict', sentence: conflictSentence } : finding;
};

export type PageOf = {
  readonly id: string;
  readonly moved: Moved;
  readonly idOf: Standing['idOf'];
  readonly outcome?: Outcome | undefined;
  readonly from: number;
  readonly limit: number;
};

/** Whether a block can hold rows of an outcome, by its counts alone. */
const mayHold = (counts: string, outcome: Outcome | undefined, moved: Moved): boolean =>
  outcome === undefined ||
  (JSON.parse(counts) as Counts)[outcome] > 0 ||
  // what is a conflict by now stands there as what it was
  (outcome === 'conflict' && moved.size > 0);

/** Some rows of an import from a position on, of all or of one outcome; only the blocks that it needs are read. */
export const pageOf = async (
  queries: Queries,
  { id, moved, idOf, outcome, from, limit }: PageOf,
): Promise<ImportRows> => {
  const rows: ImportRow[] = [];
  for (const { number, counts } of await importRepository.listImportBlocks(queries, id)) {
    const start = number * rowsPerBlock;
    if (start + rowsPerBlock <= from || !mayHold(counts, outcome, moved)) continue;
    const block = await importRepository.findImportBlock(queries, id, number);
    for (const [at, each] of (block === undefined ? [] : unpackBlock(block)).entries()) {
      const finding = asOfNow(each.finding, moved, idOf);
      if (start + at < from || (outcome !== undefined && finding.outcome !== outcome)) continue;
      if (rows.length === limit) return { rows, next: start + at };
      rows.push(finding);
    }
  }
  return { rows, next: null };
};
