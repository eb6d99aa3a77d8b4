import { resolve } from 'node:path';
import { type Mode, modes } from '@fbs/core';
import type { MailSettings } from './mail.ts';

export type Configuration = {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly databaseFile: string;
  /** null: no letters are sent. */
  readonly mail: MailSettings | null;
  /** null: the service makes no backups by itself. */
  readonly backups: BackupSettings | null;
};

export type BackupSettings = {
  readonly folder: string;
  /** Time of day in UTC: "02:30". */
  readonly at: string;
  /** How many stay. */
  readonly keep: number;
};

/** A wrong value of a variable, in a sentence that names it. */
export class ConfigurationError extends Error {}

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

/** The only place that reads the environment. @throws ConfigurationError */
export const readConfiguration = (environment: Readonly<Record<string, string | undefined>>): Configuration => {
  const mode = modeOf(environment.FBS_MODE || undefined);
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
  };
};
