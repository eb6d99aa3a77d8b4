import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from '@fbs/db';
import { letIn } from './accounts/let-in.ts';
import { systemClock } from './clock.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { runProgram, say } from './console-program.ts';

const usage = 'Say whom: npm run let-in -- --email ada@example.gov; add --remove-second-factor where it is lost.';

const readArguments = (args: string[]) => {
  try {
    const options = { email: { type: 'string' }, 'remove-second-factor': { type: 'boolean' } } as const;
    return parseArgs({ args, options }).values;
  } catch {
    throw new ConfigurationError(usage);
  }
};

/** `npm run let-in -- --email ada@example.gov`: a link to set a new password, for whoever runs the service. */
runProgram(async () => {
  const { email, 'remove-second-factor': removeSecondFactor = false } = readArguments(process.argv.slice(2));
  if (email === undefined) throw new ConfigurationError(usage);
  const { databaseFile, accounts, publicUrl, host, port } = readConfiguration(process.env);
  if (!existsSync(databaseFile)) {
    throw new ConfigurationError(
      `There is no database at ${databaseFile}: set FBS_DATABASE and FBS_MODE as the service has them.`,
    );
  }
  const database = openDatabase({ file: databaseFile, withinMs: 60_000 });
  try {
    const path = await letIn({ accounts, database, clock: systemClock() }, { email, removeSecondFactor });
    say(`Within a day, once, open ${publicUrl ?? `http://${host}:${port}`}${path}`);
  } finally {
    await database.close();
  }
  return 0;
});
