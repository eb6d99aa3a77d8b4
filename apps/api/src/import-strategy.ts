import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from '@fbs/db';
import { systemClock } from './clock.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { runProgram, say } from './console-program.ts';
import { importRecord } from './features/exports/import-record.ts';

const usage = 'Say which file: npm run import-strategy -- --file FBS-record-fbs-2018-2022.json.';

const fileOf = (args: string[]): string => {
  try {
    const { values } = parseArgs({ args, options: { file: { type: 'string' } } });
    if (values.file !== undefined && existsSync(values.file)) return values.file;
    throw new ConfigurationError(values.file === undefined ? usage : `There is no file ${values.file}. ${usage}`);
  } catch (error) {
    throw error instanceof ConfigurationError ? error : new ConfigurationError(usage);
  }
};

/** `npm run import-strategy -- --file f.json`: a whole strategy into an instance that does not hold it yet. */
runProgram(async () => {
  const file = fileOf(process.argv.slice(2));
  const { databaseFile } = readConfiguration(process.env);
  const database = openDatabase({ file: databaseFile, withinMs: 60_000 });
  try {
    const { strategy, people } = await importRecord(database, readFileSync(file, 'utf8'), systemClock()());
    say(`Took ${strategy} into ${databaseFile}, with its history and the names of ${people.length} people.`);
    say('They have no accounts here yet: an administrator gives them roles.');
  } finally {
    await database.close();
  }
  return 0;
});
