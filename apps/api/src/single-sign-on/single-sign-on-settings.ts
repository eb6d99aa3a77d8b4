import { readFileSync } from 'node:fs';
import { type GroupRules, type Role, roles } from '@fbs/core';
import { ConfigurationError } from '../configuration-error.ts';

export type SingleSignOnSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the office calls it: "Sign in with ...". */
  readonly name: string;
  /** The claim that names a person's groups. */
  readonly groupsClaim: string;
  /** null: roles are given here, by administrators. */
  readonly rules: GroupRules | null;
  /** Ways to sign in there that are strong enough here, as the provider calls them (acr); none: each is. */
  readonly strengths: readonly string[];
  /** How long the provider may take for an answer. */
  readonly secondsToAnswer: number;
  /** Where the provider sends people back to: this service. */
  readonly publicUrl: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

const issuerOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
  if (url === null || !isSafe || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ConfigurationError(
      'FBS_OIDC_ISSUER is not the address of an identity provider: set it to its issuer, for example https://login.example.gov.',
    );
  }
  return text;
};

const secretIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigurationError(
      `FBS_OIDC_CLIENT_SECRET_FILE is "${file}", which cannot be read: set it to a file with the secret alone.`,
    );
  }
};

/** The secret itself is repeated in no sentence. */
const secretOf = ({ FBS_OIDC_CLIENT_SECRET: text, FBS_OIDC_CLIENT_SECRET_FILE: file }: Environment): string => {
  if (text && file) {
    throw new ConfigurationError('FBS_OIDC_CLIENT_SECRET and FBS_OIDC_CLIENT_SECRET_FILE are both set: keep one.');
  }
  const secret = file ? secretIn(file) : (text ?? '');
  if (secret.length < 16) {
    throw new ConfigurationError(
      'FBS_OIDC_ISSUER is set without a secret of at least 16 characters: set FBS_OIDC_CLIENT_SECRET, or FBS_OIDC_CLIENT_SECRET_FILE, to the one that the provider gave this service.',
    );
  }
  return secret;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const entriesOf = (value: unknown): [string, unknown][] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

const readRules = (text: string): GroupRules | null => {
  const { roles: given, sections = {}, ...strange } = (jsonOf(text) ?? {}) as Readonly<Record<string, unknown>>;
  const [byRole, bySection] = [entriesOf(given), entriesOf(sections)];
  if (byRole === null || bySection === null || Object.keys(strange).length > 0) return null;
  const listed = byRole.map(([group, value]) => [group, Array.isArray(value) ? value : [value]] as const);
  if (!listed.every(([, each]) => each.length > 0 && each.every(isRole))) return null;
  if (!bySection.every(([, section]) => typeof section === 'string' && section !== '')) return null;
  return { roles: Object.fromEntries(listed), sections: Object.fromEntries(bySection) as Record<string, string> };
};

const rulesOf = (text: string | undefined): GroupRules | null => {
  const rules = text === undefined ? null : readRules(text);
  if (text === undefined || rules !== null) return rules;
  throw new ConfigurationError(
    `FBS_OIDC_ROLES does not say which group has which role: set it to JSON such as {"roles": {"fbs-planners": "planner"}, "sections": {"fbs-ip": "IP"}}; roles are ${roles.join(', ')}.`,
  );
};

/** Settings that mean nothing without a provider are most often a slip of the pen in its name. */
const strays = [
  'FBS_OIDC_CLIENT_ID',
  'FBS_OIDC_CLIENT_SECRET',
  'FBS_OIDC_CLIENT_SECRET_FILE',
  'FBS_OIDC_NAME',
  'FBS_OIDC_GROUPS_CLAIM',
  'FBS_OIDC_ROLES',
  'FBS_OIDC_ACR',
];

/** null: nobody signs in by an identity provider. @throws ConfigurationError */
export const readSingleSignOnSettings = (
  environment: Environment,
  publicUrl: string | null,
): SingleSignOnSettings | null => {
  const issuer = environment.FBS_OIDC_ISSUER || undefined;
  const stray = strays.find((name) => environment[name]);
  if (issuer === undefined && stray === undefined) return null;
  if (issuer === undefined) {
    throw new ConfigurationError(`${stray} is set without FBS_OIDC_ISSUER: set both, or neither.`);
  }
  const clientId = environment.FBS_OIDC_CLIENT_ID || undefined;
  if (clientId === undefined) {
    throw new ConfigurationError(
      'FBS_OIDC_ISSUER is set without FBS_OIDC_CLIENT_ID: set it to what the provider calls this service.',
    );
  }
  if (publicUrl === null) {
    throw new ConfigurationError(
      'FBS_OIDC_ISSUER is set without FBS_PUBLIC_URL: set it to the address that people open, to which the provider sends them back.',
    );
  }
  return {
    issuer: issuerOf(issuer),
    clientId,
    clientSecret: secretOf(environment),
    name: environment.FBS_OIDC_NAME || 'single sign-on',
    groupsClaim: environment.FBS_OIDC_GROUPS_CLAIM || 'groups',
    rules: rulesOf(environment.FBS_OIDC_ROLES || undefined),
    strengths: (environment.FBS_OIDC_ACR ?? '').split(/\s+/).filter((each) => each !== ''),
    secondsToAnswer: 8,
    publicUrl,
  };
};
