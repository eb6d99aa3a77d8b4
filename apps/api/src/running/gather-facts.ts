import { stat } from 'node:fs/promises';
import { sessionRepository } from '@fbs/db';
import { newestBackup } from '../backup/make-backup.ts';
import type { Service } from '../context.ts';

/** What is looked up when somebody asks for metrics, and not counted as it happens. */
export type Facts = {
  readonly sessions: number;
  readonly databaseBytes: number;
  readonly logBytes: number;
  /** Seconds; null: there is no backup, or none is made by itself. */
  readonly backupAge: number | null;
  readonly isReady: boolean;
};

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

const ageOf = async (folder: string | null, now: string): Promise<number | null> => {
  const newest = folder === null ? null : await newestBackup(folder);
  return newest === null ? null : (Date.parse(now) - newest.getTime()) / 1000;
};

/** A failing look leaves its figure out of the way: metrics are most needed when something does not work. */
export const gatherFacts =
  (service: Pick<Service, 'database' | 'clock'>, backupFolder: string | null, checkReadiness: () => Promise<void>) =>
  async (): Promise<Facts> => {
    const { database, clock } = service;
    const now = clock();
    const { file } = database.settings;
    const [sessions, databaseBytes, logBytes, backupAge, isReady] = await Promise.all([
      database.read((queries) => sessionRepository.countLiveSessions(queries, now)).catch(() => 0),
      sizeOf(file),
      sizeOf(`${file}-wal`),
      ageOf(backupFolder, now).catch(() => null),
      checkReadiness().then(
        () => true,
        () => false,
      ),
    ]);
    return { sessions, databaseBytes, logBytes, backupAge, isReady };
  };
