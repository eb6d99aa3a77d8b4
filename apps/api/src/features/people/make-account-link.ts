import type { MadeLink } from '@fbs/contract';
import { accountRepository } from '@fbs/db';
import { requireLocalAccounts } from '../../accounts/account-settings.ts';
import { makeLink } from '../../accounts/make-link.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { mailLink } from './mail-link.ts';
import { allowManaging, findEntry } from './people-work.ts';

type Make = { readonly person: string; readonly removeSecondFactor: boolean };

/** The password stays until the link is used. @throws DomainError not_allowed, proof_needed, not_found, conflict */
export const makeAccountLink = async (
  context: Context,
  { person: id, removeSecondFactor }: Make,
): Promise<MadeLink> => {
  allowManaging(context);
  requireLocalAccounts(context);
  const { kind, ...made } = await context.database.write(async (queries) => {
    const at = context.clock();
    const known = await findEntry(queries, id, at);
    if (!known.active) throw new DomainError('conflict', 'This account is disabled: enable it first.');
    if (known.email === null) {
      throw new DomainError('conflict', 'Give this person an e-mail address first: one signs in with it.');
    }
    if (removeSecondFactor) await accountRepository.removeSecondFactor(queries, id);
    const wanted = known.password ? 'password_reset' : 'invitation';
    const link = await makeLink(context, queries, { kind: wanted, personId: id });
    await trace(queries, context, at, {
      ...{ action: 'made a link to set a password', kind: 'person', id, strategy: null },
      before: { secondFactor: known.secondFactor },
      after: { kind: wanted, secondFactor: known.secondFactor && !removeSecondFactor },
    });
    return { kind: wanted, link, person: await findEntry(queries, id, at) } as const;
  });
  const { person, link } = made;
  const mailed = await mailLink(context, { to: person.email, name: person.name, kind, link });
  return { person, link: { ...link, mailed } };
};
