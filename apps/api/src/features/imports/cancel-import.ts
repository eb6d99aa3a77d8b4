import type { ImportDetail } from '@fbs/contract';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { allowImports, type ImportChangeInput, showImport } from './import-work.ts';

/** Stops an import that is under way, and answers once nothing more can come of it: all of it is left out, or it was through. */
export const cancelImport = async (context: Context, input: ImportChangeInput): Promise<ImportDetail> => {
  const { actor } = context;
  allowImports(actor);
  const before = await showImport(context, input);
  await checkVersion(versionSeen(input.ifMatch), before.version, () => before);
  const running = context.spreadsheets.find(input.import);
  if (running === undefined) {
    throw new DomainError('conflict', 'This import is not running: it has finished, or was stopped already.');
  }
  if (running.about.by.id !== actor.id) {
    throw new DomainError('not_allowed', `Only ${running.about.by.name}, who started this, may stop it.`);
  }
  running.cancel();
  await running.ended.catch(() => undefined);
  const after = await showImport(context, input);
  if (after.state === 'cancelled') return after;
  throw new DomainError('conflict', 'The import finished before it could be stopped: open it to see the result.');
};
