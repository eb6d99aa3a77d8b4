import type { ImportDetail } from '@fbs/contract';
import { importRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import {
  allowImports,
  type ImportChangeInput,
  importToChange,
  refuseState,
  runningOf,
  showImport,
} from './import-work.ts';

export type CommitImport = ImportChangeInput & {
  readonly mode: 'all' | 'good_rows';
  /** false: answers while the rows are still being written. */
  readonly wait: boolean;
  /** Hears of mistakes of the service itself that nobody waits for. */
  readonly report: (error: unknown) => void;
  /** Called when it is through, whatever came of it. */
  readonly ended: () => void;
};

type Stored = importRepository.ImportRow;

const refuseRunning = (context: Context, input: CommitImport): void => {
  if (runningOf(context, input) === undefined) return;
  throw new DomainError(
    'conflict',
    'This import is being read or taken over right now: wait for its end, or cancel it.',
  );
};

const keepCancelled = (context: Context, row: Stored): Promise<void> =>
  context.database.write(async (queries) => {
    await importRepository.moveImport(queries, row, { state: 'cancelled' });
    const about = { kind: 'import', id: row.id, strategy: row.strategyId };
    const [before, after] = [{ state: row.state }, { state: 'cancelled' }];
    await trace(queries, context, context.clock(), { action: 'cancelled an import', ...about, before, after });
  });

/** Takes a tried import over in one write: what was changed by somebody since is never written over. */
export const commitImport = async (context: Context, input: CommitImport): Promise<ImportDetail> => {
  const { actor } = context;
  allowImports(actor);
  refuseRunning(context, input);
  const row = await context.database.read((queries) => importToChange(queries, context, input));
  refuseState(row, 'tried');
  if (row.personId !== actor.id) {
    throw new DomainError('not_allowed', `Only ${row.person}, who uploaded this file, may take it over.`);
  }
  // somebody may have started it between the two
  refuseRunning(context, input);
  const about = { id: row.id, strategy: row.strategyId, fileName: row.fileName, by: actor, at: context.clock() };
  const task = { id: row.id, version: row.version, mode: input.mode };
  const { ended } = context.spreadsheets.start('takeOver', context, about, task, async (end) => {
    try {
      if ((await end) === null) await keepCancelled(context, row);
    } catch (error) {
      if (!input.wait && !(error instanceof DomainError)) input.report(error);
      throw error;
    }
  });
  ended.then(input.ended, input.ended);
  if (input.wait) await ended;
  return showImport(context, input);
};
