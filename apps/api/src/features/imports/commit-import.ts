import type { ImportDetail } from '@fbs/contract';
import { importRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { type CheckedRow, type Counts, countsOf } from './import-rows.ts';
import {
  allowImports,
  checkAgain,
  type ImportChangeInput,
  importOf,
  importToChange,
  keptOf,
  presentImport,
  refuseState,
} from './import-work.ts';
import { writeRows } from './write-rows.ts';

export type CommitImport = ImportChangeInput & { readonly mode: 'all' | 'good_rows' };

const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** All or nothing, unless the caller asked for the good rows alone. @throws DomainError conflict */
const checkMode = (mode: CommitImport['mode'], rows: readonly CheckedRow[], counts: Counts): void => {
  const bad = counts.refused + counts.conflict;
  if (mode === 'all' && bad > 0) {
    const errors = rows
      .filter(({ finding }) => finding.outcome === 'refused' || finding.outcome === 'conflict')
      .slice(0, 20)
      .map(({ finding }) => ({ pointer: `/${finding.sheet}/${finding.row}`, detail: finding.sentence }));
    const detail = `${rowsInWords(bad)} cannot be taken over: mend the file and upload it again, or take the good rows only.`;
    throw new DomainError('conflict', detail, { errors });
  }
  if (rows.every((row) => row.plan === null)) {
    throw new DomainError('conflict', 'Nothing in this file would change anything: there is nothing to take over.');
  }
};

/** Takes a tried import over in one write: what was changed by somebody since is never written over. */
export const commitImport = (context: Context, input: CommitImport): Promise<ImportDetail> =>
  context.database.write(async (queries) => {
    const { actor } = context;
    allowImports(actor);
    const { row, facts } = await importToChange(queries, context, input);
    refuseState(row, 'tried');
    if (row.personId !== actor.id) {
      throw new DomainError('not_allowed', `Only ${row.person}, who uploaded this file, may take it over.`);
    }
    const kept = keptOf(row);
    const rows = await checkAgain(queries, facts, actor, kept);
    const findings = rows.map((each) => each.finding);
    const counts = countsOf(findings);
    checkMode(input.mode, rows, counts);
    const at = context.clock();
    await writeRows({ queries, context, facts, importId: row.id, fileName: row.fileName, at }, rows);
    await importRepository.moveImport(queries, row, {
      state: 'committed',
      committedAt: at,
      counts: JSON.stringify(counts),
      findings: JSON.stringify({ ...kept, rows: findings }),
    });
    const about = { kind: 'import', id: row.id, strategy: input.strategy };
    const after = { state: 'committed', mode: input.mode, counts };
    await trace(queries, context, at, { action: 'took an import over', ...about, before: { state: row.state }, after });
    return presentImport(queries, facts, actor, await importOf(queries, actor, input));
  });
