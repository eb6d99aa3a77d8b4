import {
  acceptAccountLink,
  invitePerson,
  listPeople,
  type PersonEntry,
  readAccountLink,
  signInWithPassword,
} from '@fbs/contract';
import { openSetUp } from '../accounts/open-set-up.ts';
import { codeAt, stepAt } from '../accounts/time-codes.ts';
import { type Client, clientOf, type Sent } from './client.ts';
import { cookieOf, type Office } from './offices.ts';

export const goodPassword = 'violet kettle under nine bridges';

/** What an app shows now. */
export const codeNow = (secret: string, office: Office, later = 0): string =>
  codeAt(secret, stepAt(office.clock.now()) + later);

export const tokenOf = (path: string): string => path.split('#')[1] ?? '';

/** The token of the link that the console prints; null: it prints none. */
export const setUpToken = async ({ database, clock }: Office): Promise<string | null> => {
  const accounts = { local: true, invitationDays: 7, secondFactorRequired: false };
  const path = await openSetUp({ mode: 'production', accounts, database, clock: clock.now });
  return path === null ? null : tokenOf(path);
};

type Accepted = { readonly client: Client; readonly recoveryCodes: readonly string[]; readonly secret: string | null };

/** Opens a link and sets a password, on request with an app as second factor. */
export const accept = async (
  office: Office,
  body: Omit<Sent<typeof acceptAccountLink>['body'], 'password'> & { readonly password?: string },
  { withApp = false } = {},
): Promise<Accepted> => {
  const { key } = await office.nobody.ok(readAccountLink, { body: { token: body.token } });
  const secret = withApp && key !== null ? key.secret : null;
  const code = secret === null ? body.code : codeNow(secret, office);
  const given = { password: goodPassword, ...body, ...(code === undefined ? {} : { code }) };
  const reply = await office.nobody.send(acceptAccountLink, { body: given });
  if (reply.status !== 200) throw new Error(reply.text);
  const { recoveryCodes } = JSON.parse(reply.text) as { recoveryCodes: string[] | null };
  const client = clientOf(office.app, cookieOf(reply.headers['set-cookie']));
  return { client, recoveryCodes: recoveryCodes ?? [], secret };
};

export const firstAdministrator = { name: 'Ada Okafor', title: 'Administrator', email: 'ada.okafor@example.gov' };

/** A fresh service with its first administrator signed in. */
export const setUp = async (office: Office, options = { withApp: false }): Promise<Accepted> => {
  const token = (await setUpToken(office)) ?? '';
  return accept(office, { token, person: firstAdministrator }, options);
};

export const planner = {
  name: 'Noor Haddad',
  title: 'Planner',
  email: 'noor.haddad@example.gov',
  section: 'RMP',
  roles: ['planner'],
} as const satisfies Sent<typeof invitePerson>['body'];

export const invited = async (administrator: Client, body: Sent<typeof invitePerson>['body'] = planner) => {
  const { person, link } = await administrator.ok(invitePerson, { body: { ...body, roles: [...body.roles] } });
  return { person, token: tokenOf(link?.path ?? '') };
};

export const entryOf = async (administrator: Client, id: string): Promise<PersonEntry> => {
  const { people } = await administrator.ok(listPeople, {});
  const found = people.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no person ${id}`);
  return found;
};

/** A browser that has signed in with a password. */
export const enter = async (office: Office, body: Sent<typeof signInWithPassword>['body']): Promise<Client> => {
  const reply = await office.nobody.send(signInWithPassword, { body });
  if (reply.status !== 200 || !reply.text.includes('signed_in')) throw new Error(`${reply.status} ${reply.text}`);
  return clientOf(office.app, cookieOf(reply.headers['set-cookie']));
};
