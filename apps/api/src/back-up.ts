import { parseArgs } from 'node:util';
import { makeBackup } from './backup/make-backup.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { productVersion, runProgram, say } from './console-program.ts';
import { keepFilesPrivate } from './private-files.ts';

const readArguments = () => {
  try {
    return parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string' } } }).values;
  } catch {
    throw new ConfigurationError(
      'Say where to, and how many stay: npm run backup -- --to folder --keep 14; both can be left out.',
    );
  }
};

/** `npm run backup -- --to folder --keep 14`: says where the backup is, and its checksum. */
runProgram(async () => {
  keepFilesPrivate();
  const values = readArguments();
  const { databaseFile, backups } = readConfiguration({
    ...process.env,
    ...(values.to === undefined ? {} : { FBS_BACKUP_FOLDER: values.to }),
    ...(values.keep === undefined ? {} : { FBS_BACKUP_KEEP: values.keep }),
  });
  const folder = backups?.folder ?? `${databaseFile}.backups`;
  const now = new Date().toISOString();
  const { path, sha256, manifest, missing } = await makeBackup({
    databaseFile,
    folder,
    version: productVersion(),
    now,
    keep: backups?.keep ?? (values.keep === undefined ? undefined : Number(values.keep)),
  });
  say(`Saved ${path}\nSHA-256 ${sha256}\nThe database and ${manifest.files.length} files of evidence, as of ${now}.`);
  if (missing.length > 0) {
    const warning =
      'Warning: this backup lacks files of evidence that the records name. Put them back from an older one:';
    process.stderr.write(`${[warning, ...missing].join('\n  ')}\n`);
  }
  return 0;
});
