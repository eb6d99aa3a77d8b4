import { z } from 'zod';
import { instant, sha256 } from './words.ts';

const piece = z.object({ sha256, bytes: z.number().int() });

/** What manifest.json of a backup says: which pieces the archive holds, and how to see that they are whole. */
export const backupManifest = z.object({
  format: z.literal('fbs-backup'),
  formatVersion: z.literal(1),
  version: z.string(),
  madeAt: instant,
  database: piece,
  files: z.array(piece),
});
export type BackupManifest = z.output<typeof backupManifest>;
