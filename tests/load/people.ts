import { randomBytes, randomUUID } from 'node:crypto';
import { prepareDatabase } from '@fbs/api';
import { openDatabase, peopleRepository } from '@fbs/db';
import { hashOf } from '../../apps/api/src/sessions/begin-session.ts';

const roles = ['planner', 'contributor', 'reviewer', 'viewer', 'viewer'] as const;
const sections = ['RPA', 'IP', 'PEIA'] as const;

export type SignedInPerson = { readonly id: string; readonly role: (typeof roles)[number]; readonly cookie: string };

/** Fills a new database, and signs that many people in: evaluation alone has no more than a few. */
export const signPeopleIn = async (file: string, count: number): Promise<SignedInPerson[]> => {
  const database = openDatabase({ file, withinMs: 60_000 });
  await prepareDatabase(database, 'evaluation');
  const now = Date.now();
  const [createdAt, expiresAt] = [now, now + 3_600_000].map((at) => new Date(at).toISOString()) as [string, string];
  const people = Array.from({ length: count }, (_, place): SignedInPerson & { readonly token: string } => {
    const token = randomBytes(32).toString('base64url');
    const role = roles[place % roles.length] ?? 'viewer';
    return { id: `load-${place}`, role, token, cookie: `fbs_session=${token}` };
  });
  await database.write(async (queries) => {
    for (const [place, { id, role, token }] of people.entries()) {
      const section = role === 'contributor' ? `'${sections[place % sections.length]}'` : 'null';
      await queries.run(
        `insert into people (id, name, title, section, position, active, illustrative, version, created_at)
         values ('${id}', 'Person ${place}', 'Officer', ${section}, ${1000 + place}, 1, 1, 1, '${createdAt}')`,
      );
      await queries.run(`insert into person_roles (person_id, role) values ('${id}', '${role}')`);
      await peopleRepository.addSession(queries, {
        id: randomUUID(),
        tokenHash: hashOf(token),
        personId: id,
        createdAt,
        expiresAt,
      });
    }
  });
  await database.close();
  return people;
};
