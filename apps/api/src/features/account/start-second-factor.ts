import { accountRepository } from '@fbs/db';
import { keyAddress, newSecret } from '../../accounts/time-codes.ts';
import { type Context, requireRecentProof } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { requirePassword } from './own-account.ts';

/** Counts for nothing until a first code confirms it. @throws DomainError conflict, proof_needed */
export const startSecondFactor = (context: Context): Promise<{ readonly secret: string; readonly address: string }> =>
  context.database.write(async (queries) => {
    const { confirmed, email } = await requirePassword(context, queries);
    requireRecentProof(context);
    if (confirmed !== null) {
      throw new DomainError('conflict', 'A second factor stands: remove it first, to set up another app.');
    }
    const secret = newSecret();
    await accountRepository.setSecondFactor(queries, context.actor.id, { secret, confirmedAt: null, lastStep: 0 });
    return { secret, address: keyAddress(secret, email) };
  });
