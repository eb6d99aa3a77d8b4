import { randomUUID } from 'node:crypto';
import type { ImportDetail } from '@fbs/contract';
import { importRepository, planRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { noCounts } from './import-rows.ts';
import type { ImportAbout } from './import-thread.ts';
import { allowImports, type Kept, showImport } from './import-work.ts';

export type TryImport = {
  readonly strategy: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** false: answers while the file is still being read. */
  readonly wait: boolean;
  /** Hears of mistakes of the service itself that nobody waits for. */
  readonly report: (error: unknown) => void;
  /** Called when it is through, whatever came of it. */
  readonly ended: () => void;
};

const noFile = (): DomainError => {
  const detail = 'Send the spreadsheet as multipart/form-data, in a part named "file".';
  return new DomainError('invalid', detail, { errors: [{ pointer: '/file', detail }] });
};

/** Keeps what became of a file that was not read to its end, so that whoever sent it finds it in the list. */
const keepEnd = (context: Context, about: ImportAbout, state: 'cancelled' | 'refused', notice: string): Promise<void> =>
  context.database.write(async (queries) => {
    const { id, strategy, fileName, at } = about;
    const kept: Kept = { notices: [notice], places: {} };
    const findings = JSON.stringify(kept);
    const row = { id, strategyId: strategy, fileName, sha256: '', state, personId: context.actor.id, at };
    await importRepository.addImport(queries, { ...row, counts: JSON.stringify(noCounts), findings });
    const action = state === 'cancelled' ? 'cancelled an import' : 'sent a file that could not be read';
    await trace(queries, context, at, {
      action,
      kind: 'import',
      id,
      strategy,
      before: null,
      after: { fileName, notice },
    });
  });

const cancelledNotice = 'It was cancelled while it was read: nothing of it was written.';
const mistakeNotice = 'The service made a mistake while it read this file: nothing of it was written.';

/** Follows a file to the end of its reading, also where nobody waits for it any more. */
const keepWhatCame =
  (context: Context, about: ImportAbout, { wait, report }: TryImport) =>
  async (end: Promise<unknown>): Promise<void> => {
    try {
      if ((await end) === null) await keepEnd(context, about, 'cancelled', cancelledNotice);
    } catch (error) {
      if (wait) throw error;
      if (!(error instanceof DomainError)) report(error);
      await keepEnd(context, about, 'refused', error instanceof DomainError ? error.message : mistakeNotice);
    }
  };

/** Reads a spreadsheet and says row by row what would happen; figures stay as they are. */
export const tryImport = async (context: Context, input: TryImport): Promise<ImportDetail> => {
  const { actor } = context;
  const { strategy, file } = input;
  allowImports(actor);
  if (file === null) throw noFile();
  await context.database.read(async (queries) =>
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`),
  );
  const fileName = file.name.replace(/^.*[\\/]/, '').slice(0, 120) || 'file';
  const about = { id: randomUUID(), strategy, fileName, by: actor, at: context.clock() };
  const task = { id: about.id, fileName, bytes: file.bytes };
  const keep = keepWhatCame(context, about, input);
  const { ended } = context.spreadsheets.start('tryRows', context, about, task, keep);
  ended.then(input.ended, input.ended);
  if (input.wait) await ended;
  return showImport(context, { strategy, import: about.id });
};
