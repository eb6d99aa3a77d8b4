import type { Instant } from '@fbs/core';
import { auditRepository, type Database, verificationRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { type FileStore, lostFileSentence } from '../../file-store.ts';
import { lostMarks } from '../../trail-marks.ts';
import { checkPeople } from './check-people.ts';

export type RecordCheck = {
  readonly name: string;
  /** How many things were looked at. */
  readonly checked: number;
  /** A sentence for each that is not as it has to be. */
  readonly findings: readonly string[];
};

const name = 'Audit entries';
const unchained = 'The trail is from before entries were chained: start the service once, and verify again.';

const checkTrail = async (database: Database): Promise<RecordCheck> => {
  if (await database.read(auditRepository.lacksChain)) return { name, checked: 0, findings: [unchained] };
  const { entries, findings } = await database.read(auditRepository.verifyAuditChain);
  return { name, checked: entries, findings: [...findings, ...(await lostMarks(database))] };
};

const checkFiles = async (database: Database, files: FileStore): Promise<RecordCheck> => {
  const kept = await database.read(verificationRepository.listKeptFiles);
  const isImported = await database.read(verificationRepository.hasImportedStrategy);
  const findings: string[] = [];
  for (const file of kept) {
    const isThere = await files.read(file.sha256).then(
      () => true,
      () => false,
    );
    if (!isThere) findings.push(lostFileSentence(file, isImported));
  }
  return { name: 'Files of evidence', checked: kept.length, findings };
};

/** Works out every checksum of the records anew, and compares what is in force with its history. Changes nothing. */
export const verifyRecords = async (database: Database, files: FileStore, now: Instant): Promise<RecordCheck[]> => [
  { name: 'Database file', ...(await database.read(verificationRepository.checkFile)) },
  await checkTrail(database),
  { name: 'People', ...(await database.read((queries) => checkPeople(queries, now))) },
  { name: 'Settings', ...(await database.read(verificationRepository.checkSettings)) },
  { name: 'Signed reviews', ...(await database.read(verificationRepository.checkSnapshots)) },
  { name: 'Values', ...(await database.read(verificationRepository.checkValues)) },
  { name: 'Targets', ...(await database.read(verificationRepository.checkTargets)) },
  await checkFiles(database, files),
];

/** The same for an administrator on screen. @throws DomainError not_allowed */
export const readVerification = async ({ actor, clock, database, files }: Context) => {
  allow(actor, 'read the audit log');
  const at = clock();
  return { at, checks: await verifyRecords(database, files, at) };
};
