import { accountRepository } from '@fbs/db';
import { hashOfRecoveryCode, newRecoveryCodes } from '../../accounts/secrets.ts';
import { type Context, requireRecentProof } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { requirePassword } from './own-account.ts';

/** Those before open nothing any more. @throws DomainError conflict, proof_needed */
export const makeRecoveryCodes = (context: Context): Promise<{ readonly recoveryCodes: string[] }> =>
  context.database.write(async (queries) => {
    const { confirmed } = await requirePassword(context, queries);
    requireRecentProof(context);
    if (confirmed === null) throw new DomainError('conflict', 'Set up a second factor first.');
    const recoveryCodes = newRecoveryCodes();
    const { id } = context.actor;
    await accountRepository.replaceRecoveryCodes(queries, id, recoveryCodes.map(hashOfRecoveryCode));
    await trace(queries, context, context.clock(), {
      ...{ action: 'made new recovery codes', kind: 'account', id, strategy: null },
      ...{ before: null, after: null },
    });
    return { recoveryCodes };
  });
