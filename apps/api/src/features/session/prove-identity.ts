import { verifyPassword } from '../../accounts/verify-password.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { renewSession } from '../../sessions/begin-session.ts';

type Proof = { readonly password: string; readonly code?: string | undefined };
type Proved = { readonly outcome: 'proved' | 'code_needed'; readonly token: string | null };

/**
 * From now on the session counts as proved for a while, and goes on with a new token.
 * @throws DomainError not_allowed, too_many_requests
 */
export const proveIdentity = async (context: Context, { password, code }: Proof): Promise<Proved> => {
  const { actor, sessionId, database } = context;
  const outcome = await verifyPassword(context, actor.id, password, code);
  if (outcome === 'wrong') {
    throw new DomainError('not_allowed', 'The password or the code is not right: try again.');
  }
  if (outcome === 'code_needed') return { outcome, token: null };
  const token = await database.write((queries) =>
    renewSession(context, queries, { person: actor, sessionId, method: 'password' }),
  );
  return { outcome, token };
};
