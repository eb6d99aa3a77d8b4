import { importRepository, type Queries, serviceRepository } from '@fbs/db';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { type Checked, checkAgain, importToTake, stillFound, type TakeOver } from './check-again.ts';
import type { ThreadWork } from './thread-task.ts';
import { writeGroups } from './write-rows.ts';

const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`);

/** All or nothing, unless the caller asked for the good rows alone. @throws DomainError conflict */
const checkMode = (mode: TakeOver['mode'], { bad, counts, groups }: Checked): void => {
  if (mode === 'all' && bad.length > 0) {
    const errors = bad.map((each) => ({ pointer: `/${each.sheet}/${each.row}`, detail: each.sentence }));
    const count = rowsInWords(counts.refused + counts.conflict);
    const detail = `${count} cannot be taken over: fix the file and upload it again, or take the good rows only.`;
    throw new DomainError('conflict', detail, { errors });
  }
  if (groups.length === 0) {
    throw new DomainError('conflict', 'This file changes nothing: there is nothing to take over.');
  }
};

const write = async (
  queries: Queries,
  work: ThreadWork,
  input: TakeOver,
  checked: Checked,
  at: string,
): Promise<void> => {
  const row = await importToTake(queries, work, input);
  const { actor } = work;
  const rowWork = { queries, context: { actor }, facts: checked.facts, importId: row.id, fileName: row.fileName, at };
  let written = 0;
  await writeGroups(rowWork, checked.groups, (rows) => {
    written += rows;
    work.goOn('writing', 50 + (50 * written) / Math.max(1, checked.rows), written, checked.rows);
  });
  for (const block of checked.changedBlocks) await importRepository.changeImportBlock(queries, row.id, block);
  const counts = JSON.stringify(checked.counts);
  await importRepository.moveImport(queries, row, { state: 'committed', committedAt: at, counts });
  const about = { kind: 'import', id: row.id, strategy: work.strategy };
  const after = { state: 'committed', mode: input.mode, counts: checked.counts };
  await trace(queries, work, at, { action: 'took an import over', ...about, before: { state: row.state }, after });
};

/** Takes a tried import over in one write: what was changed by somebody since is never written over. */
export const takeOver = async (work: ThreadWork, input: TakeOver): Promise<void> => {
  const early = await work.database.read(
    async (queries) => (await stillFound(queries, work, input)) ?? checkAgain(queries, work, input),
  );
  checkMode(input.mode, early);
  await work.write(async (queries, at) => {
    const { data: dataVersion } = await serviceRepository.readDataVersions(queries);
    // what was checked holds as long as nobody wrote anything; only then others need not wait for the checks
    const checked = dataVersion === early.dataVersion ? early : await checkAgain(queries, work, input);
    checkMode(input.mode, checked);
    await write(queries, work, input, checked, at);
  });
};
