import { randomUUID } from 'node:crypto';
import type { MadeLink } from '@fbs/contract';
import { directoryRepository } from '@fbs/db';
import { makeLink } from '../../accounts/make-link.ts';
import type { Context } from '../../context.ts';
import { trace } from '../../trace.ts';
import { mailLink } from './mail-link.ts';
import { allowManaging, checkWords, findEntry, preparedWords, traced } from './people-work.ts';

type Invited = Pick<MadeLink, 'person'> & { readonly link: MadeLink['link'] | null };

/**
 * Where single sign-on alone lets people in, there is no link: they are known by their address.
 * @throws DomainError not_allowed, proof_needed, invalid, already_exists
 */
export const invitePerson = async (context: Context, input: directoryRepository.PersonWords): Promise<Invited> => {
  allowManaging(context);
  const words = preparedWords(input);
  const { link, person } = await context.database.write(async (queries) => {
    await checkWords(queries, words, { id: null, needsEmail: true });
    const createdAt = context.clock();
    const id = randomUUID();
    await directoryRepository.addPerson(queries, { ...words, id, createdAt });
    await trace(queries, context, createdAt, {
      ...{ action: context.accounts.local ? 'invited a person' : 'added a person', kind: 'person', id, strategy: null },
      ...{ before: null, after: traced({ ...words, active: true }) },
    });
    const made = context.accounts.local ? await makeLink(context, queries, { kind: 'invitation', personId: id }) : null;
    return { link: made, person: await findEntry(queries, id, createdAt) };
  });
  if (link === null) return { person, link };
  const mailed = await mailLink(context, { to: words.email, name: words.name, kind: 'invitation', link });
  return { person, link: { ...link, mailed } };
};
