import { type DatabaseSettings, openDatabase, recordRepository } from '@fbs/db';
import { readStrategyRecord, recordText, tooManyRows } from './strategy-record.ts';

export type RecordTask = { readonly settings: DatabaseSettings; readonly strategy: string };

/** A refusal does not cross from a thread as it is: it travels as its sentence. */
export type RecordEnd = { readonly bytes: Uint8Array } | { readonly refused: string };

/** Called in the thread of records: reads over a connection of its own what may be a long file. */
export const makeRecord = async ({ settings, strategy }: RecordTask): Promise<RecordEnd> => {
  const database = openDatabase({ ...settings, readers: 1, migrated: true });
  try {
    return await database.read(async (queries): Promise<RecordEnd> => {
      const refused = tooManyRows(await recordRepository.countLargest(queries, strategy));
      if (refused !== null) return { refused };
      return { bytes: new TextEncoder().encode(recordText(await readStrategyRecord(queries, strategy))) };
    });
  } finally {
    await database.close();
  }
};
