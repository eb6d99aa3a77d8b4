import type { ImportRow } from '@fbs/contract';
import { importRepository, type Queries, serviceRepository } from '@fbs/db';
import { DomainError, required } from '../../domain-error.ts';
import type { Facts } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { prepareChecks } from './check-rows.ts';
import { type FoundRow, packBlock, rowsPerBlock, unpackBlock } from './import-blocks.ts';
import { addCounts, type Counts, countsOf, isBad, noCounts } from './import-rows.ts';
import { factsAt, keptOf, refuseState } from './import-work.ts';
import type { ThreadWork } from './thread-task.ts';
import { type Group, gatherGroups, writeGroups } from './write-rows.ts';

export type TakeOver = { readonly id: string; readonly version: number; readonly mode: 'all' | 'good_rows' };

type Stored = importRepository.ImportRow;

/** What would be written now, and the blocks that say something else than they did. */
type Checked = {
  readonly dataVersion: number;
  readonly facts: Facts;
  readonly groups: readonly Group[];
  readonly rows: number;
  readonly counts: Counts;
  readonly changedBlocks: readonly importRepository.ImportBlock[];
  readonly bad: readonly ImportRow[];
};

const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`);

/** All or nothing, unless the caller asked for the good rows alone. @throws DomainError conflict */
const checkMode = (mode: TakeOver['mode'], { bad, counts, groups }: Checked): void => {
  if (mode === 'all' && bad.length > 0) {
    const errors = bad.map((each) => ({ pointer: `/${each.sheet}/${each.row}`, detail: each.sentence }));
    const count = rowsInWords(counts.refused + counts.conflict);
    const detail = `${count} cannot be taken over: mend the file and upload it again, or take the good rows only.`;
    throw new DomainError('conflict', detail, { errors });
  }
  if (groups.length === 0) {
    throw new DomainError('conflict', 'Nothing in this file would change anything: there is nothing to take over.');
  }
};

const importOf = async (queries: Queries, work: ThreadWork, { id, version }: TakeOver): Promise<Stored> => {
  const row = required(await importRepository.findImport(queries, work.strategy, id), 'There is no such import.');
  refuseState(row, 'tried');
  if (row.version === version) return row;
  throw new DomainError('conflict', 'Somebody changed this import meanwhile: look at it again.');
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

/** Runs the checks of the dry run once more, on the same rows, against what stands there now. */
const checkAgain = async (queries: Queries, work: ThreadWork, input: TakeOver): Promise<Checked> => {
  const row = await importOf(queries, work, input);
  const facts = await factsAt(queries, work.at, work.strategy);
  const counted = JSON.parse(row.counts) as Counts;
  const ofRows = Math.max(
    1,
    Object.values(counted).reduce((sum, each) => sum + each, 0),
  );
  const blocks = await readBlocks(queries, work, input.id, ofRows);
  const records = blocks.flat().map(({ record }) => record);
  const places = Object.entries(keptOf(row).places);
  const seen = Object.fromEntries(places.map(([key, { version }]) => [key, version]));
  const check = await prepareChecks(queries, facts, work.actor, records, seen);
  const gathered = gatherGroups();
  const changedBlocks: importRepository.ImportBlock[] = [];
  const bad: ImportRow[] = [];
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
  const rowsToWrite = counts.inserted + counts.changed + counts.warned;
  const { dataVersion } = facts;
  return { dataVersion, facts, groups: gathered.groups(), rows: rowsToWrite, counts, changedBlocks, bad };
};

const same = (before: readonly FoundRow[], now: readonly ImportRow[]): boolean =>
  before.every(({ finding }, at) => {
    const each = now[at];
    return each !== undefined && finding.outcome === each.outcome && finding.sentence === each.sentence;
  });

const write = async (
  queries: Queries,
  work: ThreadWork,
  input: TakeOver,
  checked: Checked,
  at: string,
): Promise<void> => {
  const row = await importOf(queries, work, input);
  const { actor } = work;
  const rowWork = { queries, context: { actor }, facts: checked.facts, importId: row.id, fileName: row.fileName, at };
  let written = 0;
  await writeGroups(rowWork, checked.groups, (rows) => {
    written += rows;
    work.goOn('writing', 50 + (50 * written) / Math.max(1, checked.rows), written, checked.rows);
  });
  for (const block of checked.changedBlocks) await importRepository.saveImportBlock(queries, row.id, block);
  const counts = JSON.stringify(checked.counts);
  await importRepository.moveImport(queries, row, { state: 'committed', committedAt: at, counts });
  const about = { kind: 'import', id: row.id, strategy: work.strategy };
  const after = { state: 'committed', mode: input.mode, counts: checked.counts };
  await trace(queries, work, at, { action: 'took an import over', ...about, before: { state: row.state }, after });
};

/** Takes a tried import over in one write: what was changed by somebody since is never written over. */
export const takeOver = async (work: ThreadWork, input: TakeOver): Promise<void> => {
  const early = await work.database.read((queries) => checkAgain(queries, work, input));
  checkMode(input.mode, early);
  await work.write(async (queries, at) => {
    const { data: dataVersion } = await serviceRepository.readDataVersions(queries);
    // what was checked holds as long as nobody wrote anything; only then others need not wait for the checks
    const checked = dataVersion === early.dataVersion ? early : await checkAgain(queries, work, input);
    checkMode(input.mode, checked);
    await write(queries, work, input, checked, at);
  });
};
