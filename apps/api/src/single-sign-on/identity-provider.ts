import { preparedName, type SignInProblem } from '@fbs/core';
import type * as OpenId from 'openid-client';
import type { SingleSignOnSettings } from './single-sign-on-settings.ts';

/** Who somebody is, in the words of the provider. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  /** Only where the provider has verified it. */
  readonly email: string | null;
  readonly groups: readonly string[];
  /** What its session is ended with. */
  readonly token: string;
};

/** What only this browser knows of a sign-in that is under way: the answer has to fit all of it. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** What an answer is checked for; `fresh`: the person has to have signed in at the provider just now. */
type Expected = { readonly attempt: Attempt; readonly fresh: boolean };

export type IdentityProvider = {
  /** Where to send the browser, and what to keep of it. @throws SignInRefusal unreachable */
  begin(options: { readonly fresh: boolean }): Promise<{ readonly address: string; readonly attempt: Attempt }>;
  /** @throws SignInRefusal */
  finish(query: string, expected: Expected): Promise<Identity>;
  /** Where a browser ends the provider's own session; null: it has no such place, or does not answer. */
  endAddress(token: string): Promise<string | null>;
};

/** Nobody is signed in, for a reason that the person is told. */
export class SignInRefusal extends Error {
  readonly problem: SignInProblem;

  /** For whoever looks after the service; without what the answers held. */
  readonly why: string;

  constructor(problem: SignInProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
    const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
    this.why = [problem, code, message].filter((each) => typeof each === 'string').join(': ');
  }
}

export const returnPath = '/api/session/single-sign-on/return';

const aDay = 86_400_000;
/** How old a fresh sign-in may be: the provider says it in seconds, by its own clock. */
const freshSeconds = 60;

/** The one error of the library that says that the provider itself refused, with the reason that it gave. */
const isStopped = (error: unknown): boolean =>
  (error as { readonly error?: unknown }).error === 'access_denied' ||
  (error as { readonly error?: unknown }).error === 'login_required';

const isSilent = (error: unknown): boolean => {
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  return name === 'TypeError' || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';
};

const refusalOf = (error: unknown): SignInRefusal => {
  if (isStopped(error)) return new SignInRefusal('stopped', error);
  return new SignInRefusal(isSilent(error) ? 'unreachable' : 'not_trusted', error);
};

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const nameOf = (value: unknown): string | null => (typeof value === 'string' ? preparedName(value) : null);

const groupsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

/** Learns of the provider when somebody first signs in, and again each day; a failure is not remembered. */
const discoverWhenAsked = ({ issuer, clientId, clientSecret, secondsToAnswer }: SingleSignOnSettings) => {
  let known: Promise<{ readonly openId: typeof OpenId; readonly config: OpenId.Configuration }> | null = null;
  let since = 0;
  const discover = async () => {
    const openId = await import('openid-client');
    const insecure = issuer.startsWith('http:') ? [openId.allowInsecureRequests] : [];
    const config = await openId.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      // the way that every provider has to know, but for those who name their ways and leave it out
      (server, client, body, headers) => {
        const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        const way = ways.includes('client_secret_basic') ? openId.ClientSecretBasic : openId.ClientSecretPost;
        return way(clientSecret)(server, client, body, headers);
      },
      // the signature of a token is looked at, besides the connection that it came over
      { timeout: secondsToAnswer, execute: [...insecure, openId.enableNonRepudiationChecks] },
    );
    return { openId, config };
  };
  return () => {
    if (known !== null && Date.now() - since < aDay) return known;
    since = Date.now();
    known = discover().catch((error: unknown) => {
      known = null;
      throw new SignInRefusal('unreachable', error);
    });
    return known;
  };
};

type Tokens = Awaited<ReturnType<typeof OpenId.authorizationCodeGrant>>;

/** OpenID Connect by code flow with PKCE, state and nonce. */
export const createIdentityProvider = (settings: SingleSignOnSettings): IdentityProvider => {
  const discovered = discoverWhenAsked(settings);
  const redirectUri = `${settings.publicUrl}${returnPath}`;

  const identityOf = async (tokens: Tokens): Promise<Identity> => {
    const { openId, config } = await discovered();
    const claims = tokens.claims();
    if (claims === undefined) throw new SignInRefusal('not_trusted');
    // asked for with the address, but a provider may answer with less
    if (settings.strengths.length > 0 && !settings.strengths.includes(String(claims.acr))) {
      throw new SignInRefusal('too_weak', new Error(`signed in by ${claims.acr ?? 'no named way'}`));
    }
    const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await openId.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
    const all: Readonly<Record<string, unknown>> = { ...more, ...claims };
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: nameOf(all.name) ?? nameOf(all.preferred_username),
      email: all.email_verified === true ? textOf(all.email) : null,
      groups: groupsOf(all[settings.groupsClaim]),
      token: tokens.id_token ?? '',
    };
  };

  return {
    begin: async ({ fresh }) => {
      const { openId, config } = await discovered();
      if (config.serverMetadata().authorization_endpoint === undefined) {
        throw new SignInRefusal('not_trusted', new Error('the provider names no place to sign in'));
      }
      const attempt = {
        state: openId.randomState(),
        nonce: openId.randomNonce(),
        verifier: openId.randomPKCECodeVerifier(),
      };
      const address = openId.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        ...(fresh && { prompt: 'login', max_age: '0' }),
        ...(settings.strengths.length > 0 && { acr_values: settings.strengths.join(' ') }),
      });
      return { address: address.href, attempt };
    },
    finish: async (query, { attempt, fresh }) => {
      const { openId, config } = await discovered();
      try {
        const tokens = await openId.authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
          ...(fresh && { maxAge: freshSeconds }),
        });
        return await identityOf(tokens);
      } catch (error) {
        throw error instanceof SignInRefusal ? error : refusalOf(error);
      }
    },
    endAddress: async (token) => {
      try {
        const { openId, config } = await discovered();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        const post_logout_redirect_uri = `${settings.publicUrl}/sign-in`;
        return openId.buildEndSessionUrl(config, { id_token_hint: token, post_logout_redirect_uri }).href;
      } catch {
        return null;
      }
    },
  };
};
