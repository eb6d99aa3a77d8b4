import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAccountSettings } from './accounts/account-settings.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';

const sentenceOf = (environment: Record<string, string>): string => {
  try {
    readConfiguration(environment);
  } catch (error) {
    return error instanceof ConfigurationError ? error.message : 'a bug';
  }
  return 'accepted';
};

describe('the configuration', () => {
  it('needs nothing: evaluation, for this machine alone, on port 4000', () => {
    const configuration = readConfiguration({});
    expect(configuration).toMatchObject({ mode: 'evaluation', host: '127.0.0.1', port: 4000, mail: null });
    expect(configuration.databaseFile).toMatch(/evaluation\.db$/);
    expect(isAbsolute(configuration.databaseFile)).toBe(true);
  });

  it('takes empty variables for none', () => {
    const empty = { FBS_MODE: '', HOST: '', PORT: '', FBS_DATABASE: '' };
    expect(readConfiguration(empty)).toEqual(readConfiguration({}));
  });

  it('makes backups by itself only where it is told where to', () => {
    expect(readConfiguration({ FBS_BACKUP_KEEP: '3' }).backups).toBeNull();
    expect(readConfiguration({ FBS_BACKUP_FOLDER: '/srv/backups' }).backups).toEqual({
      folder: '/srv/backups',
      at: '02:00',
      keep: 14,
    });
    expect(sentenceOf({ FBS_BACKUP_AT: '25:00' })).toMatch(/FBS_BACKUP_AT is "25:00": set it to a time of day/);
    expect(sentenceOf({ FBS_BACKUP_KEEP: '0' })).toMatch(/FBS_BACKUP_KEEP is "0": set it to how many/);
  });

  it('ends sessions after half an hour of rest and after twelve hours, or as it is told', () => {
    expect(readConfiguration({}).sessions).toEqual({ idleMinutes: 30, hours: 12, most: 10, proofMinutes: 15 });
    const set = { FBS_SESSION_IDLE_MINUTES: '20', FBS_SESSION_HOURS: '8', FBS_SESSIONS_PER_PERSON: '2' };
    expect(readConfiguration(set).sessions).toMatchObject({ idleMinutes: 20, hours: 8, most: 2 });
    expect(sentenceOf({ FBS_SESSION_HOURS: 'day' })).toMatch(/FBS_SESSION_HOURS is "day": set it to a whole number/);
    expect(sentenceOf({ FBS_PROOF_MINUTES: '0' })).toMatch(/FBS_PROOF_MINUTES is "0": .* from 1 to 1440\.$/);
    expect(sentenceOf({ FBS_SESSION_IDLE_MINUTES: '90', FBS_SESSION_HOURS: '1' })).toMatch(
      /no more than FBS_SESSION_HOURS/,
    );
  });

  it('knows where people find it, and whose word on them it takes', () => {
    expect(readConfiguration({})).toMatchObject({ publicUrl: null, trustedProxies: [] });
    const set = { FBS_PUBLIC_URL: 'https://fbs.example.gov/', FBS_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1/128' };
    expect(readConfiguration(set)).toMatchObject({
      publicUrl: 'https://fbs.example.gov',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1/128'],
    });
    for (const text of ['fbs.example.gov', 'ftp://fbs.example.gov', 'https://fbs.example.gov/x', 'https://a@b.gov']) {
      expect(sentenceOf({ FBS_PUBLIC_URL: text })).toContain(`FBS_PUBLIC_URL is "${text}": set it to the address`);
    }
    for (const text of ['all', '10.0.0.0/33', '10.0.0/8', '::1/', 'true']) {
      expect(sentenceOf({ FBS_TRUSTED_PROXIES: text })).toContain(`FBS_TRUSTED_PROXIES holds "${text}"`);
    }
  });

  it('limits requests a minute in production alone, unless it is told to', () => {
    expect(readConfiguration({}).requestLimits).toEqual({ ofSession: 0, ofAddress: 0 });
    const usual = { ofSession: 1200, ofAddress: 6000 };
    expect(readConfiguration({ FBS_MODE: 'production' }).requestLimits).toEqual(usual);
    const set = { FBS_REQUESTS_PER_SESSION: '60', FBS_REQUESTS_PER_ADDRESS: '0' };
    expect(readConfiguration(set).requestLimits).toEqual({ ofSession: 60, ofAddress: 0 });
    expect(sentenceOf({ FBS_REQUESTS_PER_SESSION: '-1' })).toMatch(/^FBS_REQUESTS_PER_SESSION is "-1": set it to/);
  });

  it('lets people in by password, unless it is told not to', () => {
    const usual = { local: true, invitationDays: 7, secondFactorRequired: false };
    expect(readConfiguration({}).accounts).toEqual(usual);
    const set = { FBS_LOCAL_ACCOUNTS: 'off', FBS_INVITATION_DAYS: '3', FBS_SECOND_FACTOR: 'required' };
    expect(readAccountSettings(set)).toEqual({ local: false, invitationDays: 3, secondFactorRequired: true });
    expect(sentenceOf({ FBS_LOCAL_ACCOUNTS: 'no' })).toBe('FBS_LOCAL_ACCOUNTS is "no": set it to on or off.');
    expect(sentenceOf({ FBS_INVITATION_DAYS: '0' })).toMatch(/^FBS_INVITATION_DAYS is "0": set it to a number of days/);
    expect(sentenceOf({ FBS_SECOND_FACTOR: 'yes' })).toMatch(/set it to optional or required/);
  });

  it('takes what is set', () => {
    const set = { FBS_MODE: 'production', HOST: '0.0.0.0', PORT: '8080', FBS_DATABASE: '/srv/fbs/office.db' };
    const expected = { mode: 'production', host: '0.0.0.0', port: 8080, databaseFile: '/srv/fbs/office.db' };
    expect(readConfiguration(set)).toMatchObject(expected);
    expect(readConfiguration({ FBS_MODE: 'production' }).databaseFile).toMatch(/production\.db$/);
    expect(readConfiguration({ PORT: '0' }).port).toBe(0);
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('lets evaluation answer on %s', (host) => {
    expect(readConfiguration({ HOST: host }).host).toBe(host);
  });

  it.each([
    ['FBS_MODE', 'test', 'evaluation or production'],
    ['FBS_MODE', 'Production', 'evaluation or production'],
    ['PORT', '80a', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '4000.5', 'a whole number from 0 to 65535'],
    ['PORT', '0x10', 'a whole number from 0 to 65535'],
    ['PORT', ' 4000', 'a whole number from 0 to 65535'],
    ['HOST', '0.0.0.0', 'this machine alone'],
    ['HOST', '192.168.1.10', 'this machine alone'],
    ['HOST', '127.0.0.1.example.org', 'this machine alone'],
    ['FBS_DATABASE', 'mysql://host/fbs', 'FBS_DATABASE'],
  ])('refuses %s "%s" in a sentence that names the variable and says what to set', (name, value, advice) => {
    const read = () => readConfiguration({ [name]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(new RegExp(`^${name} `));
    expect(read).toThrow(advice);
  });

  it('repeats no password of an address', () => {
    const secret = 'hunter2';
    for (const [name, value] of [
      ['FBS_DATABASE', `mysql://fbs:${secret}@host/fbs`],
      ['FBS_SMTP_URL', `http://fbs:${secret}@host`],
      ['FBS_SMTP_URL', `smtp://fbs:${secret}@host`],
    ] as const) {
      const sentence = sentenceOf({ [name]: value });
      expect(sentence).toContain(name);
      expect(sentence).not.toContain(secret);
    }
  });
});
