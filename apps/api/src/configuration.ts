import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Mode, modes, type SessionSettings } from '@fbs/core';
import { type AccountSettings, readAccountSettings } from './accounts/account-settings.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { MailSettings } from './mail.ts';
import { type RunningSettings, readRunningSettings } from './running/running-settings.ts';
import { readSingleSignOnSettings, type SingleSignOnSettings } from './single-sign-on/single-sign-on-settings.ts';
import { type ScannerPlace, scannerPlaceOf } from './virus-scan.ts';

export type Configuration = {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly databaseFile: string;
  /** null: no letters are sent. */
  readonly mail: MailSettings | null;
  /** null: the service makes no backups by itself. */
  readonly backups: BackupSettings | null;
  /** null: files are not looked through for viruses. */
  readonly scanner: ScannerPlace | null;
  readonly sessions: SessionSettings;
  /** null: nobody signs in by an identity provider. */
  readonly singleSignOn: SingleSignOnSettings | null;
  readonly accounts: AccountSettings;
  /** Where people find the service, without a slash at its end: "https://fbs.example.gov"; null: wherever it answers. */
  readonly publicUrl: string | null;
  /** Whose word is taken on where a request comes from. */
  readonly trustedProxies: readonly string[];
  readonly requestLimits: RequestLimits;
  readonly running: RunningSettings;
};

/** Requests a minute; 0: as many as come. */
export type RequestLimits = { readonly ofSession: number; readonly ofAddress: number };

export type BackupSettings = {
  readonly folder: string;
  /** Time of day in UTC: "02:30". */
  readonly at: string;
  /** How many stay. */
  readonly keep: number;
};

export { ConfigurationError };

const modeOf = (text: string | undefined): Mode => {
  const mode = text ?? 'evaluation';
  const known = modes.find((each) => each === mode);
  if (known === undefined) throw new ConfigurationError(`FBS_MODE is "${mode}": set it to evaluation or production.`);
  return known;
};

const portOf = (text: string | undefined): number => {
  const port = Number(text ?? '4000');
  if (!/^\d+$/.test(text ?? '4000') || port > 65_535) {
    throw new ConfigurationError(`PORT is "${text}": set it to a whole number from 0 to 65535.`);
  }
  return port;
};

const loopback = ['127.0.0.1', '::1', 'localhost'];

const hostOf = (text: string | undefined, mode: Mode): string => {
  const host = text || '127.0.0.1';
  // anybody may take any role in evaluation mode, so it must not be reachable from elsewhere
  if (mode === 'evaluation' && !loopback.includes(host)) {
    throw new ConfigurationError(
      `HOST is "${host}": evaluation mode serves this machine alone; leave HOST out, or start with npm run serve.`,
    );
  }
  return host;
};

const databaseOf = (text: string | undefined, mode: Mode): string => {
  if (text?.includes('://')) {
    throw new ConfigurationError(`FBS_DATABASE is "${text.split('://')[0]}://...": set it to the path of a file.`);
  }
  return resolve(text || `data/${mode}.db`);
};

/** The address may hold a password, so no sentence repeats it. */
const mailOf = (smtpUrl: string | undefined, from: string | undefined): MailSettings | null => {
  if (smtpUrl === undefined && from === undefined) return null;
  if (smtpUrl === undefined) {
    throw new ConfigurationError('FBS_MAIL_FROM is set without FBS_SMTP_URL: set both to send e-mail, or neither.');
  }
  if (!/^smtps?:\/\/[^/?#\s]/.test(smtpUrl) || !URL.canParse(smtpUrl)) {
    throw new ConfigurationError(
      'FBS_SMTP_URL is not the address of a mail server: set it to smtp://host:587 or smtps://user:password@host.',
    );
  }
  if (from === undefined) {
    throw new ConfigurationError(
      'FBS_SMTP_URL is set without FBS_MAIL_FROM: set it to the address that e-mail comes from.',
    );
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(from)) {
    throw new ConfigurationError(
      `FBS_MAIL_FROM is "${from}": set it to an e-mail address, for example fbs@example.gov.`,
    );
  }
  return { smtpUrl, from };
};

const backupsOf = (folder: string | undefined, at = '02:00', keep = '14'): BackupSettings | null => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    throw new ConfigurationError(`FBS_BACKUP_AT is "${at}": set it to a time of day in UTC, for example 02:30.`);
  }
  if (!/^[1-9]\d{0,3}$/.test(keep)) {
    throw new ConfigurationError(`FBS_BACKUP_KEEP is "${keep}": set it to how many backups stay, from 1 to 9999.`);
  }
  return folder === undefined ? null : { folder: resolve(folder), at, keep: Number(keep) };
};

const publicUrlOf = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '').toLowerCase()) {
    throw new ConfigurationError(
      `FBS_PUBLIC_URL is "${text}": set it to the address that people open, without a path, for example https://fbs.example.gov.`,
    );
  }
  return url.origin;
};

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const widest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return widest > 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= widest));
};

const proxiesOf = (text: string | undefined): string[] => {
  const proxies = (text ?? '').split(',').map((each) => each.trim());
  if (text === undefined) return [];
  const wrong = proxies.find((each) => !isNetwork(each));
  if (wrong !== undefined) {
    throw new ConfigurationError(
      `FBS_TRUSTED_PROXIES holds "${wrong}": set it to addresses or networks with commas between, for example 127.0.0.1,10.0.0.0/8.`,
    );
  }
  return proxies;
};

const limitOf = (name: string, text: string | undefined, usual: number): number => {
  if (text !== undefined && !/^\d{1,7}$/.test(text)) {
    throw new ConfigurationError(`${name} is "${text}": set it to requests a minute, or to 0 for no limit.`);
  }
  return text === undefined ? usual : Number(text);
};

const numberOf = (name: string, text: string | undefined, usual: number, unit: string, most: number): number => {
  if (text !== undefined && !(/^[1-9]\d*$/.test(text) && Number(text) <= most)) {
    throw new ConfigurationError(`${name} is "${text}": set it to a whole number of ${unit}, from 1 to ${most}.`);
  }
  return text === undefined ? usual : Number(text);
};

const sessionsOf = (environment: Readonly<Record<string, string | undefined>>): SessionSettings => {
  const of = (name: string, usual: number, unit: string, most: number): number =>
    numberOf(name, environment[name] || undefined, usual, unit, most);
  const sessions = {
    idleMinutes: of('FBS_SESSION_IDLE_MINUTES', 30, 'minutes', 1440),
    hours: of('FBS_SESSION_HOURS', 12, 'hours', 720),
    most: of('FBS_SESSIONS_PER_PERSON', 10, 'sessions', 1000),
    proofMinutes: of('FBS_PROOF_MINUTES', 15, 'minutes', 1440),
  };
  if (sessions.idleMinutes > sessions.hours * 60) {
    throw new ConfigurationError(
      `FBS_SESSION_IDLE_MINUTES is "${sessions.idleMinutes}": set it to no more than FBS_SESSION_HOURS, which is ${sessions.hours}, gives.`,
    );
  }
  return sessions;
};

/** Only where people sign in at all; without passwords it is the only way in. */
const singleSignOnOf = (
  environment: Readonly<Record<string, string | undefined>>,
  mode: Mode,
  publicUrl: string | null,
): SingleSignOnSettings | null => {
  const settings = readSingleSignOnSettings(environment, publicUrl);
  if (settings === null && !readAccountSettings(environment).local) {
    throw new ConfigurationError(
      'FBS_LOCAL_ACCOUNTS is "off" without FBS_OIDC_ISSUER: nobody could sign in; set both.',
    );
  }
  return mode === 'production' ? settings : null;
};

/** The only place that reads the environment. @throws ConfigurationError */
export const readConfiguration = (environment: Readonly<Record<string, string | undefined>>): Configuration => {
  const mode = modeOf(environment.FBS_MODE || undefined);
  const publicUrl = publicUrlOf(environment.FBS_PUBLIC_URL || undefined);
  return {
    mode,
    host: hostOf(environment.HOST, mode),
    port: portOf(environment.PORT || undefined),
    databaseFile: databaseOf(environment.FBS_DATABASE, mode),
    mail: mailOf(environment.FBS_SMTP_URL || undefined, environment.FBS_MAIL_FROM || undefined),
    backups: backupsOf(
      environment.FBS_BACKUP_FOLDER || undefined,
      environment.FBS_BACKUP_AT || undefined,
      environment.FBS_BACKUP_KEEP || undefined,
    ),
    scanner: scannerPlaceOf(environment.FBS_CLAMD || undefined),
    sessions: sessionsOf(environment),
    accounts: readAccountSettings(environment),
    publicUrl,
    singleSignOn: singleSignOnOf(environment, mode, publicUrl),
    trustedProxies: proxiesOf(environment.FBS_TRUSTED_PROXIES || undefined),
    // one machine alone reaches the service in evaluation
    requestLimits: {
      ofSession: limitOf(
        'FBS_REQUESTS_PER_SESSION',
        environment.FBS_REQUESTS_PER_SESSION || undefined,
        mode === 'production' ? 1200 : 0,
      ),
      ofAddress: limitOf(
        'FBS_REQUESTS_PER_ADDRESS',
        environment.FBS_REQUESTS_PER_ADDRESS || undefined,
        mode === 'production' ? 6000 : 0,
      ),
    },
    running: readRunningSettings(environment, mode),
  };
};
