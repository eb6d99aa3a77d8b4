import { sessionRepository } from '@fbs/db';
import { verifyPassword } from '../../accounts/verify-password.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';

type Proof = { readonly password: string; readonly code?: string | undefined };

/** From now on the session counts as proved for a while. @throws DomainError not_allowed, too_many_requests */
export const proveIdentity = async (
  context: Context,
  { password, code }: Proof,
): Promise<{ readonly outcome: 'proved' | 'code_needed' }> => {
  const { actor, sessionId, database, clock } = context;
  const outcome = await verifyPassword(context, actor.id, password, code);
  if (outcome === 'wrong') {
    throw new DomainError('not_allowed', 'The password or the code is not right: try again.');
  }
  if (outcome === 'code_needed') return { outcome };
  await database.write(async (queries) => {
    const now = clock();
    await sessionRepository.noteProof(queries, sessionId, now);
    await trace(queries, context, now, {
      ...{ action: 'confirmed who they are', kind: 'session', id: sessionId, strategy: null },
      ...{ before: null, after: { method: 'password' } },
    });
  });
  return { outcome };
};
