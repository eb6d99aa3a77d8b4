import type { PersonEntry } from '@fbs/contract';
import { lastAdministratorSentence } from '@fbs/core';
import { accountRepository, directoryRepository, type Queries } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { allowManaging, checkWords, findEntry, preparedWords, traced } from './people-work.ts';

type Words = directoryRepository.PersonWords;
type Fields = { readonly [K in keyof Words]?: Words[K] | undefined };
type Step = { readonly action: string; readonly words: Words; readonly active: boolean };

type Change = {
  readonly person: string;
  readonly ifMatch: string | undefined;
  readonly step: (entry: PersonEntry, queries: Queries) => Promise<Step>;
};

/** One way for all changes of a person: who may, the version, somebody left who can let others in, the trail. */
const change = (context: Context, { person: id, ifMatch, step }: Change): Promise<PersonEntry> => {
  allowManaging(context);
  const seen = versionSeen(ifMatch);
  return context.database.write(async (queries) => {
    const at = context.clock();
    const entry = await findEntry(queries, id, at);
    await checkVersion(seen, entry.version, () => entry);
    const { action, words, active } = await step(entry, queries);
    if (entry.lastAdministrator && !(active && words.roles.includes('administrator'))) {
      throw new DomainError('conflict', lastAdministratorSentence);
    }
    await directoryRepository.changePerson(queries, id, { ...words, active, version: entry.version + 1 });
    if (!active) {
      await directoryRepository.endSessionsOf(queries, id, { at, but: null });
      await accountRepository.endAccountLinks(queries, id, at);
    }
    await trace(queries, context, at, {
      ...{ action, kind: 'person', id, strategy: null },
      ...{ before: traced(entry), after: traced({ ...words, active }) },
    });
    return findEntry(queries, id, at);
  });
};

type ChangeWords = Fields & { readonly person: string; readonly ifMatch: string | undefined };

/** @throws DomainError not_allowed, proof_needed, not_found, invalid, already_exists, conflict, stale */
export const changePerson = (context: Context, { person, ifMatch, ...fields }: ChangeWords): Promise<PersonEntry> =>
  change(context, {
    person,
    ifMatch,
    step: async (entry, queries) => {
      const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const words = preparedWords({ ...entry, ...told });
      await checkWords(queries, words, { id: entry.id, needsEmail: entry.email !== null });
      return { action: 'changed a person', words, active: entry.active };
    },
  });

type Switch = { readonly person: string; readonly ifMatch: string | undefined };

/** @throws DomainError not_allowed, proof_needed, not_found, conflict, stale */
export const disablePerson = (context: Context, input: Switch): Promise<PersonEntry> =>
  change(context, {
    ...input,
    step: async (entry) => {
      if (entry.id === context.actor.id) {
        throw new DomainError('conflict', 'You cannot disable your own account: ask another administrator.');
      }
      return { action: 'disabled a person', words: preparedWords(entry), active: false };
    },
  });

/** @throws DomainError not_allowed, proof_needed, not_found, stale */
export const enablePerson = (context: Context, input: Switch): Promise<PersonEntry> =>
  change(context, {
    ...input,
    step: async (entry) => ({ action: 'enabled a person', words: preparedWords(entry), active: true }),
  });
