import type { People } from '@fbs/contract';
import { directoryRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { listEntries } from './people-work.ts';

/** @throws DomainError not_allowed */
export const listPeople = (context: Context): Promise<People> => {
  allow(context.actor, 'manage people');
  return context.database.read(async (queries) => ({
    people: await listEntries(queries, context.clock()),
    sections: await directoryRepository.listSectionNames(queries),
    passwords: context.accounts.local,
    invitationDays: context.accounts.invitationDays,
    mails: context.mailer !== null && context.publicUrl !== null,
  }));
};
