import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupRefusal } from './backup/archive.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { readConfiguration } from './configuration.ts';
import { runProgram, say } from './console-program.ts';
import { keepFilesPrivate } from './private-files.ts';

const readArguments = () => {
  try {
    const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
    if (from !== undefined) return { from };
  } catch {
    // what cannot be read is answered as what was left out
  }
  throw new BackupRefusal('Say which backup: npm run restore -- --from FBS-backup-....tar.gz');
};

/** `npm run restore -- --from backup.tar.gz`: checks first, keeps what was there. */
runProgram(async () => {
  keepFilesPrivate();
  const { from } = readArguments();
  const { databaseFile } = readConfiguration(process.env);
  const now = new Date().toISOString();
  const { manifest, kept } = await restoreBackup({ archive: resolve(from), databaseFile, now });
  say(`Restored the backup of ${manifest.madeAt} to ${databaseFile}, with ${manifest.files.length} files of evidence.`);
  if (kept.length > 0) say(`What was there is kept:\n${kept.map((path) => `  ${path}`).join('\n')}`);
  return 0;
});
