import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import type { SingleSignOnSettings } from '../single-sign-on/single-sign-on-settings.ts';

/** Somebody whom the provider knows. */
export type KnownPerson = {
  readonly name: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
  /** The way in which they sign in. */
  readonly acr?: string;
};

export const clientId = 'fbs';
export const clientSecret = 'a secret of the tests alone';
export const groupRules: SingleSignOnSettings['rules'] = {
  roles: { 'fbs-admins': ['administrator'], 'fbs-leads': ['reviewer'], 'fbs-plan': ['planner'], everybody: ['viewer'] },
  sections: { 'fbs-rmp': 'RMP' },
};

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
};

const configurationFor = (site: string, people: Map<string, KnownPerson>): Configuration => ({
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [`${site}/api/session/single-sign-on/return`],
      post_logout_redirect_uris: [`${site}/sign-in`],
    },
  ],
  acrValues: ['urn:fbs:card', 'urn:fbs:password'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  cookies: { keys: [randomUUID()] },
  jwks: { keys: [signingKey()] },
  findAccount: (_context, accountId) => {
    const known = people.get(accountId);
    if (known === undefined) return undefined;
    const { acr: _acr, ...claims } = known;
    return { accountId, claims: () => ({ sub: accountId, ...claims }) };
  },
  // the office has agreed for everybody
  loadExistingGrant: async ({ oidc }) => {
    const acr = people.get(oidc.session?.accountId ?? '')?.acr;
    if (oidc.session !== undefined && acr !== undefined) oidc.session.acr = acr;
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
});

type Jar = Map<string, string>;

const keep = (jar: Jar, answer: Response): void => {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
};

const cookieOf = (jar: Jar): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** A real provider on this machine, whose people are whoever a test says. `site`: the service that asks it. */
export const startIdentityProvider = async (site: string) => {
  const people = new Map<string, KnownPerson>();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationFor(site, people));
  let silence: 'none' | 'closed' | 'hanging' = 'none';
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (silence === 'closed') response.destroy();
    else if (silence === 'none') void answer(request, response);
  });
  const settings: SingleSignOnSettings = {
    ...{ issuer, clientId, clientSecret, publicUrl: site, rules: groupRules },
    ...{ name: 'Office account', groupsClaim: 'groups', secondsToAnswer: 1, strengths: [] },
  };

  /** As a browser does it: to the sign-in page, by its form, and on, until the service is led back to. */
  const signIn = async (address: string, person: string, jar: Jar = new Map()): Promise<string> => {
    let [url, body]: [string, string | null] = [address, null];
    for (let step = 0; step < 10; step += 1) {
      const headers: Record<string, string> = { cookie: cookieOf(jar) };
      if (body !== null) headers['content-type'] = 'application/x-www-form-urlencoded';
      const reply: Response = await fetch(url, {
        ...{ headers, body, redirect: 'manual', method: body === null ? 'GET' : 'POST' },
      });
      keep(jar, reply);
      const to = reply.headers.get('location');
      if (to?.startsWith(site)) return to;
      if (to === null) {
        if (reply.status !== 200) throw new Error(`the provider answers ${reply.status}: ${await reply.text()}`);
        body = `prompt=login&login=${encodeURIComponent(person)}&password=any`;
      } else [url, body] = [new URL(to, issuer).href, null];
    }
    throw new Error('the provider leads nowhere');
  };

  return {
    issuer,
    settings,
    people,
    signIn,
    /** From now on it closes every connection, or takes it and says nothing, or answers again. */
    silence: (how: typeof silence): void => {
      silence = how;
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
export type TestProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
