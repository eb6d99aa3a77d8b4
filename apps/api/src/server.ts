import { auditRepository, DatabaseRefusal, DatabaseTrouble, openDatabase } from '@fbs/db';
import { createExportPool } from '@fbs/documents';
import { openSetUp } from './accounts/open-set-up.ts';
import { createPasswordHasher } from './accounts/password-hasher.ts';
import { buildApp } from './app.ts';
import { clockWarning, systemClock } from './clock.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { productVersion, say } from './console-program.ts';
import type { Service } from './context.ts';
import { backUpDaily } from './daily-backups.ts';
import { remindDaily } from './daily-reminders.ts';
import { createRecordThread } from './features/exports/record-thread.ts';
import { createImportThread } from './features/imports/import-thread.ts';
import { openFileStore } from './file-store.ts';
import { createMailer } from './mail.ts';
import { webFolder } from './plugins/static-files.ts';
import { prepareDatabase } from './prepare-database.ts';
import { keepFilesPrivate } from './private-files.ts';
import { loggerOf } from './running/logging.ts';
import { createRunState } from './running/run-state.ts';
import { serviceStopper, stopOnSignals } from './running/stop-service.ts';
import { watchService } from './running/watch-service.ts';
import { openSingleSignOn } from './single-sign-on/single-sign-on.ts';
import { forgetMarks, markTrail } from './trail-marks.ts';
import { scannedFiles } from './virus-scan.ts';

/** In the words of the mail server; the address that holds the password is not among them. */
const tellOfMail = (error: unknown): void => {
  process.stderr.write(`An e-mail did not leave: ${error instanceof Error ? error.message : String(error)}\n`);
};

const tellOfScanner = (why: string): void => {
  process.stderr.write(`A file could not be looked through for viruses: ${why}\n`);
};

const start = async (): Promise<void> => {
  keepFilesPrivate();
  const { running, mode, host, port, mail, databaseFile, backups, scanner, sessions, accounts, singleSignOn, ...web } =
    readConfiguration(process.env);
  const database = openDatabase({ file: databaseFile, withinMs: 60_000 });
  const exports = createExportPool();
  const records = createRecordThread();
  const spreadsheets = createImportThread();
  if (await prepareDatabase(database, mode)) {
    await forgetMarks(databaseFile);
    say(`Loaded the strategy into ${databaseFile}.`);
  }
  const last = await database.read(auditRepository.lastMoment);
  const warning = clockWarning(last);
  if (warning !== null) say(warning);
  const store = openFileStore(`${databaseFile}.files`);
  const files = scanner === null ? store : scannedFiles(store, scanner, tellOfScanner);
  const mailer = mail === null ? null : createMailer(mail, tellOfMail);
  const service: Service = {
    database,
    mode,
    version: productVersion(),
    clock: systemClock(last),
    exports,
    records,
    spreadsheets,
    mailer,
    files,
    sessions,
    accounts,
    singleSignOn: openSingleSignOn(singleSignOn),
    passwords: createPasswordHasher(),
    publicUrl: web.publicUrl,
  };
  const state = createRunState();
  const watched = await watchService(service, { settings: running, state, backupFolder: backups?.folder ?? null });
  const app = await buildApp(watched.service, {
    logger: loggerOf(running.log),
    measures: watched.measures,
    tracing: watched.tracing,
    state,
    webFolder,
    ...web,
  });
  const reminders = remindDaily(service, (error) => app.log.error(error));
  const marking = markTrail(database, service.clock, (error) => app.log.error(error));
  const saving = backups === null ? null : backUpDaily(backups, (error) => app.log.error(error));
  app.addHook('onClose', async () => {
    reminders.stop();
    saving?.stop();
    await marking.stop();
    mailer?.close();
    await exports.close();
    await records.close();
    await spreadsheets.finish();
    await spreadsheets.close();
    await database.close();
    await watched.close();
  });
  const withinMs = running.stopWithinMs;
  const { finish, close: cutOff } = spreadsheets;
  stopOnSignals(serviceStopper({ app, state, withinMs, finish, cutOff }));
  const address = await app.listen({ host, port });
  const found = address.replace('[::1]', 'localhost');
  say(`FBS Performance answers at ${found} (${mode}).`);
  const setUp = await openSetUp(service);
  // to the console alone: whoever reads it runs the service
  if (setUp !== null) say(`Nobody administers it yet. Within 30 minutes, open ${web.publicUrl ?? found}${setUp}`);
};

const refusals = [ConfigurationError, DatabaseRefusal, DatabaseTrouble];

/** What the person at the console can do something about, in one sentence; anything else is a bug and shows its trace. */
const sentenceOf = (error: unknown): string | null => {
  if (refusals.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop the other program, or choose another port, for example PORT=4001 npm start.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this account has: choose one above 1023, for example PORT=4000.`;
  return null;
};

start().catch((error: unknown) => {
  const sentence = sentenceOf(error);
  process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
