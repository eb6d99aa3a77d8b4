import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../configuration.ts';
import { ConfigurationError } from '../configuration-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-secret-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = {
  FBS_MODE: 'production',
  FBS_PUBLIC_URL: 'https://fbs.example.gov',
  FBS_OIDC_ISSUER: 'https://login.example.gov/realms/office',
  FBS_OIDC_CLIENT_ID: 'fbs',
  FBS_OIDC_CLIENT_SECRET: 'a secret that is long enough',
};

const sentenceOf = (environment: Record<string, string>): string => {
  try {
    readConfiguration(environment);
  } catch (error) {
    return error instanceof ConfigurationError ? error.message : 'a bug';
  }
  return 'accepted';
};

describe('the settings of single sign-on', () => {
  it('are none where nothing is said, and none in evaluation, where personas sign in', () => {
    expect(readConfiguration({ FBS_MODE: 'production' }).singleSignOn).toBeNull();
    expect(readConfiguration({ ...whole, FBS_MODE: 'evaluation' }).singleSignOn).toBeNull();
  });

  it('take a provider, its client, and which groups have which role and section', () => {
    const rules = '{"roles": {"a": "planner", "b": ["reviewer", "viewer"]}, "sections": {"c": "IP"}}';
    const more = { FBS_OIDC_ROLES: rules, FBS_OIDC_NAME: 'Office', FBS_OIDC_ACR: ' urn:fbs:card  urn:fbs:key' };
    expect(readConfiguration({ ...whole, ...more }).singleSignOn).toEqual({
      ...{ issuer: 'https://login.example.gov/realms/office', clientId: 'fbs', name: 'Office' },
      ...{ clientSecret: 'a secret that is long enough', groupsClaim: 'groups', publicUrl: 'https://fbs.example.gov' },
      secondsToAnswer: 8,
      strengths: ['urn:fbs:card', 'urn:fbs:key'],
      rules: { roles: { a: ['planner'], b: ['reviewer', 'viewer'] }, sections: { c: 'IP' } },
    });
    expect(readConfiguration(whole).singleSignOn).toMatchObject({ rules: null, strengths: [] });
  });

  it('read the secret from a file, without the end of its line', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'a secret in a file of its own\n');
    const { FBS_OIDC_CLIENT_SECRET: _secret, ...rest } = whole;
    const { singleSignOn } = readConfiguration({ ...rest, FBS_OIDC_CLIENT_SECRET_FILE: file });
    expect(singleSignOn?.clientSecret).toBe('a secret in a file of its own');
    expect(sentenceOf({ ...whole, FBS_OIDC_CLIENT_SECRET_FILE: file })).toMatch(/both set: keep one/);
    expect(sentenceOf({ ...rest, FBS_OIDC_CLIENT_SECRET_FILE: `${file}.not` })).toMatch(/cannot be read/);
  });

  it.each([
    [{ FBS_PUBLIC_URL: '' }, /without FBS_PUBLIC_URL/],
    [{ FBS_OIDC_ISSUER: '' }, /FBS_OIDC_CLIENT_ID is set without FBS_OIDC_ISSUER/],
    [{ FBS_OIDC_CLIENT_ID: '' }, /without FBS_OIDC_CLIENT_ID/],
    [{ FBS_OIDC_CLIENT_SECRET: 'short' }, /secret of at least 16 characters/],
    [{ FBS_OIDC_ISSUER: 'http://login.example.gov' }, /FBS_OIDC_ISSUER is not the address/],
    [{ FBS_OIDC_ISSUER: 'https://a:b@login.example.gov' }, /FBS_OIDC_ISSUER is not the address/],
    [{ FBS_OIDC_ROLES: 'planner' }, /FBS_OIDC_ROLES does not say/],
    [{ FBS_OIDC_ROLES: '{"roles": {"a": "boss"}}' }, /roles are planner, contributor/],
    [{ FBS_OIDC_ROLES: '{"roles": {"a": []}}' }, /FBS_OIDC_ROLES does not say/],
    [{ FBS_OIDC_ROLES: '{"role": {"a": "viewer"}}' }, /FBS_OIDC_ROLES does not say/],
    [{ FBS_OIDC_ROLES: '{"roles": {"a": "viewer"}, "sections": {"b": 1}}' }, /FBS_OIDC_ROLES does not say/],
  ])('stop the start where %j is wrong', (change, sentence) => {
    const said = sentenceOf({ ...whole, ...change });
    expect(said).toMatch(sentence);
    expect(said).not.toContain(whole.FBS_OIDC_CLIENT_SECRET);
  });

  it('are the only way in where passwords are switched off', () => {
    expect(sentenceOf({ ...whole, FBS_LOCAL_ACCOUNTS: 'off' })).toBe('accepted');
    expect(sentenceOf({ FBS_MODE: 'production', FBS_LOCAL_ACCOUNTS: 'off' })).toMatch(/nobody could sign in/);
  });
});
