import { existsSync } from 'node:fs';
import { openDatabase } from '@fbs/db';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { runProgram, say } from './console-program.ts';
import { type RecordCheck, verifyRecords } from './features/audit/verify-records.ts';
import { openFileStore } from './file-store.ts';

/** Enough to see what happened; a whole trail that was rewritten would fill the screen. */
const mostLines = 20;

const linesOf = ({ name, checked, findings }: RecordCheck): string[] => [
  `${name}: ${checked} checked, ${findings.length === 0 ? 'all as recorded' : `${findings.length} not as recorded`}`,
  ...findings.slice(0, mostLines).map((finding) => `  ${finding}`),
  ...(findings.length > mostLines ? [`  and ${findings.length - mostLines} more`] : []),
];

/** `npm run verify`: says line by line what was checked; the exit code is 1 where anything is not as it has to be. */
runProgram(async () => {
  const { databaseFile } = readConfiguration(process.env);
  if (!existsSync(databaseFile)) {
    throw new ConfigurationError(
      `There is no database at ${databaseFile}: set FBS_DATABASE and FBS_MODE as the service has them.`,
    );
  }
  const database = openDatabase({ file: databaseFile, withinMs: 600_000 });
  const checks = await verifyRecords(database, openFileStore(`${databaseFile}.files`), new Date().toISOString());
  await database.close();
  say(checks.flatMap(linesOf).join('\n'));
  return checks.some(({ findings }) => findings.length > 0) ? 1 : 0;
});
