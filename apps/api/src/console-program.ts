import { readFileSync } from 'node:fs';
import { DatabaseRefusal, DatabaseTrouble } from '@fbs/db';
import { BackupRefusal } from './backup/archive.ts';
import { ConfigurationError } from './configuration.ts';
import { DomainError } from './domain-error.ts';

export const productVersion = (): string => {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
};

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const refusals = [ConfigurationError, DatabaseRefusal, DatabaseTrouble, DomainError, BackupRefusal];

/** What the person at the console can mend, in one sentence; anything else is a bug and shows its trace. */
const sentenceOf = (error: unknown): string => {
  if (refusals.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** A command at the console: ends with the code that its work gives, and with 1 where it is refused. */
export const runProgram = (work: () => Promise<number>): void => {
  work().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${sentenceOf(error)}\n`);
      process.exitCode = 1;
    },
  );
};
