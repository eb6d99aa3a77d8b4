import { accountRepository, directoryRepository } from '@fbs/db';
import { refuseCode } from '../../accounts/check-password.ts';
import { hashOfRecoveryCode, hashOfSecret, newRecoveryCodes } from '../../accounts/secrets.ts';
import { stepOfCode } from '../../accounts/time-codes.ts';
import { type Context, requireRecentProof } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { requirePassword } from './own-account.ts';

/** Other browsers are signed out. @throws DomainError invalid, conflict, proof_needed */
export const confirmSecondFactor = (
  context: Context,
  { code }: { readonly code: string },
): Promise<{ readonly recoveryCodes: string[] }> =>
  context.database.write(async (queries) => {
    const { factor, confirmed } = await requirePassword(context, queries);
    requireRecentProof(context);
    if (factor === null || confirmed !== null) {
      throw new DomainError('conflict', 'There is nothing to confirm: begin to set up a second factor first.');
    }
    const at = context.clock();
    const lastStep = stepOfCode(factor, code, at);
    if (lastStep === null) return refuseCode();
    const recoveryCodes = newRecoveryCodes();
    const { id } = context.actor;
    await accountRepository.setSecondFactor(queries, id, { ...factor, confirmedAt: at, lastStep });
    await accountRepository.replaceRecoveryCodes(queries, id, recoveryCodes.map(hashOfRecoveryCode));
    await directoryRepository.endSessionsOf(queries, id, { at, but: context.sessionId });
    await trace(queries, context, at, {
      ...{ action: 'set up a second factor', kind: 'account', id, strategy: null },
      before: { secondFactor: false },
      after: { secondFactor: true, secondFactorChecksum: hashOfSecret(factor.secret) },
    });
    return { recoveryCodes };
  });
