import { importRepository, type Queries, serviceRepository } from '@fbs/db';
import { listed } from '@fbs/documents';
import { DomainError, required } from '../../domain-error.ts';
import { type Facts, placeOf } from '../../results/load-facts.ts';
import { prepareChecks } from './check-rows.ts';
import { type FoundRow, packBlock, partsOf, rowsPerBlock, unpackBlock } from './import-blocks.ts';
import { addCounts, type Counts, countsOf, type Finding, isBad, noCounts, type RowPlace } from './import-rows.ts';
import { factsAt, keptOf, refuseState } from './import-work.ts';
import { recallTried } from './last-tried.ts';
import type { ThreadWork } from './thread-task.ts';
import { type Group, gatherGroups } from './write-rows.ts';

export type TakeOver = { readonly id: string; readonly version: number; readonly mode: 'all' | 'good_rows' };

type Stored = importRepository.ImportRow;

/** What would be written now, and the blocks that say something else than they did. */
export type Checked = {
  readonly dataVersion: number;
  readonly facts: Facts;
  readonly groups: readonly Group[];
  readonly rows: number;
  readonly counts: Counts;
  readonly changedBlocks: readonly importRepository.ImportBlock[];
  readonly bad: readonly Finding[];
};

/** @throws DomainError conflict where it is no longer what the caller saw */
export const importToTake = async (queries: Queries, work: ThreadWork, { id, version }: TakeOver): Promise<Stored> => {
  const row = required(await importRepository.findImport(queries, work.strategy, id), 'There is no such import.');
  refuseState(row, 'tried');
  if (row.version === version) return row;
  throw new DomainError('conflict', 'Someone changed this import: load the page again, then decide.');
};

const readBlocks = async (queries: Queries, work: ThreadWork, id: string, ofRows: number): Promise<FoundRow[][]> => {
  const blocks: FoundRow[][] = [];
  for (const { number } of await importRepository.listImportBlocks(queries, id)) {
    const block = await importRepository.findImportBlock(queries, id, number);
    blocks.push(block === undefined ? [] : unpackBlock(block));
    work.goOn('reading', (15 * number * rowsPerBlock) / ofRows, number * rowsPerBlock, ofRows);
  }
  return blocks;
};

const mostErrors = 20;

const goodRows = ({ inserted, changed, warned }: Counts): number => inserted + changed + warned;

const rowsOf = (counts: Counts): number =>
  Math.max(
    1,
    Object.values(counts).reduce((sum, each) => sum + each, 0),
  );

/** One object for each place of the parts, by its indicator and year. */
const placeFinder = ({ indicators }: Facts) => {
  const ids = new Map(indicators.map(({ code, id }) => [code, id]));
  const places = new Map<string, RowPlace>();
  const find = (code: string, year: number): RowPlace => {
    const key = placeOf(code, year);
    const place = places.get(key) ?? { kind: 'value', indicatorId: ids.get(code) ?? code, year };
    places.set(key, place);
    return place;
  };
  // most rows are about the place of the row before
  let last: { readonly code: string; readonly year: number; readonly place: RowPlace } | null = null;
  return (code: string, year: number): RowPlace => {
    if (last?.code !== code || last.year !== year) last = { code, year, place: find(code, year) };
    return last.place;
  };
};

/** What the kept rows would write, where all of them are good parts of breakdowns. */
const readGroups = async (
  queries: Queries,
  work: ThreadWork,
  id: string,
  facts: Facts,
  ofRows: number,
): Promise<readonly Group[] | null> => {
  const placeAt = placeFinder(facts);
  const gathered = gatherGroups();
  for (const { number } of await importRepository.listImportBlocks(queries, id)) {
    const block = await importRepository.findImportBlock(queries, id, number);
    const parts = block === undefined ? null : partsOf(block);
    if (parts === null) return null;
    for (const { indicator, year, plan, reason } of parts) {
      gathered.add({ place: placeAt(indicator, year), plan, reason });
    }
    work.goOn('reading', (50 * number * rowsPerBlock) / ofRows, number * rowsPerBlock, ofRows);
  }
  return gathered.groups();
};

/**
 * What the dry run found, where it still holds: nothing at all was written since, and all of the file are good parts of
 * breakdowns. null: it has to be asked anew.
 */
export const stillFound = async (queries: Queries, work: ThreadWork, input: TakeOver): Promise<Checked | null> => {
  const row = await importToTake(queries, work, input);
  const { holdsFor } = keptOf(row);
  const counts = JSON.parse(row.counts) as Counts;
  const { data: dataVersion } = await serviceRepository.readDataVersions(queries);
  const holds = holdsFor?.dataVersion === dataVersion && holdsFor.day === work.at.slice(0, 10);
  if (!holds || counts.refused + counts.conflict > 0) return null;
  const tried = recallTried(input.id);
  // nothing but the dry run itself was written since: what it was checked against stands there still
  const facts = tried?.facts ?? (await factsAt(queries, work.at, work.strategy));
  const groups = tried?.groups ?? (await readGroups(queries, work, input.id, facts, rowsOf(counts)));
  if (groups === null) return null;
  return { dataVersion, facts, groups, rows: goodRows(counts), counts, changedBlocks: [], bad: [] };
};

const same = (before: readonly FoundRow[], now: readonly Finding[]): boolean =>
  before.every(({ finding }, at) => {
    const each = now[at];
    return each !== undefined && finding.outcome === each.outcome && finding.sentence === each.sentence;
  });

/** Runs the checks of the dry run once more, on the same rows, against what stands there now. */
export const checkAgain = async (queries: Queries, work: ThreadWork, input: TakeOver): Promise<Checked> => {
  const row = await importToTake(queries, work, input);
  const facts = await factsAt(queries, work.at, work.strategy);
  const ofRows = rowsOf(JSON.parse(row.counts) as Counts);
  const blocks = await readBlocks(queries, work, input.id, ofRows);
  const records = listed(blocks.flat().map(({ record }) => record));
  const places = Object.entries(keptOf(row).places);
  const seen = Object.fromEntries(places.map(([key, { version }]) => [key, version]));
  const check = await prepareChecks(queries, facts, work.actor, records, seen);
  const gathered = gatherGroups();
  const changedBlocks: importRepository.ImportBlock[] = [];
  const bad: Finding[] = [];
  let counts = noCounts;
  let index = 0;
  for (const [number, before] of blocks.entries()) {
    const rows = before.map(() => check(index++));
    for (const each of rows) {
      gathered.add(each);
      if (isBad(each.finding.outcome) && bad.length < mostErrors) bad.push(each.finding);
    }
    const findings = rows.map((each) => each.finding);
    counts = addCounts(counts, countsOf(findings));
    if (!same(before, findings)) changedBlocks.push(packBlock(number, rows));
    work.goOn('checking', 15 + (35 * index) / ofRows, index, ofRows);
  }
  const { dataVersion } = facts;
  return { dataVersion, facts, groups: gathered.groups(), rows: goodRows(counts), counts, changedBlocks, bad };
};
