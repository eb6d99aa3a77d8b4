import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Database, openDatabase } from '@fbs/db';
import { createStrategyFileThread } from '@fbs/documents';
import { systemClock } from './clock.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { runProgram, say } from './console-program.ts';
import { importRecord } from './features/exports/import-record.ts';
import { readImportArguments } from './import-arguments.ts';
import { importOutline } from './import-outline.ts';

/** A file of ours goes in as it is, with its history; every other one is read as an outline of a strategy. */
const isRecord = (bytes: Buffer): boolean =>
  /^\s*\{\s*"format"\s*:\s*"fbs-strategy-record"/.test(bytes.subarray(0, 500).toString('utf8').replace('\ufeff', ''));

const takeRecord = async (database: Database, databaseFile: string, bytes: Buffer): Promise<void> => {
  const { strategy, people } = await importRecord(database, bytes.toString('utf8'), systemClock()());
  say(`Took ${strategy} into ${databaseFile}, with its history and the names of ${people.length} people.`);
  say('They have no accounts here yet: an administrator gives them roles.');
};

/** `npm run import-strategy -- --file f`: a whole record into an instance that does not hold it yet, or a draft from an outline. */
runProgram(async () => {
  const asked = readImportArguments(process.argv.slice(2));
  if (!existsSync(asked.file)) throw new ConfigurationError(`There is no file ${asked.file}.`);
  const bytes = readFileSync(asked.file);
  const wholeRecord = isRecord(bytes) && !asked.dryRun;
  const { databaseFile } = readConfiguration(process.env);
  if (!wholeRecord && !existsSync(databaseFile)) {
    throw new ConfigurationError(
      `There is no database at ${databaseFile}: set FBS_DATABASE and FBS_MODE as the service has them.`,
    );
  }
  const database = openDatabase({ file: databaseFile, withinMs: 60_000 });
  const files = createStrategyFileThread();
  try {
    if (wholeRecord) await takeRecord(database, databaseFile, bytes);
    else await importOutline({ database, clock: systemClock(), files, say }, asked, basename(asked.file), bytes);
  } finally {
    await files.close();
    await database.close();
  }
  return 0;
});
