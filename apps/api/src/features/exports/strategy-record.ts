import { strategyRecord } from '@fbs/contract';
import { type Queries, recordRepository } from '@fbs/db';

type Contents = recordRepository.RecordContents;
type Person = recordRepository.RecordPerson;

export type StrategyRecord = {
  readonly format: 'fbs-strategy-record';
  readonly formatVersion: 1;
  readonly strategy: string;
  readonly latest: string | null;
  readonly leftOut: readonly string[];
  readonly people: readonly Person[];
  readonly contents: Contents;
};

const leftOut = [
  'Accounts, roles and e-mail addresses of people: they belong to the instance, which gives them anew.',
  'The audit log, sessions, reminders and settings of the instance.',
  'Files that imports were made from, and the files of evidence; what the evidence is, and its SHA-256, is here.',
] as const;

/** The schema of a record, made from the tables as they are. */
export const recordSchema = () => strategyRecord(recordRepository.recordTables());

const cellsOf = (contents: Contents) =>
  Object.values(contents).flatMap((rows) => rows.flatMap((row) => Object.entries(row)));

/** Every word that stands in a cell by itself or in a list in one: where people are named by their id. */
const namesIn = (contents: Contents): ReadonlySet<unknown> =>
  new Set(cellsOf(contents).flatMap(([, cell]) => (Array.isArray(cell) ? (cell as unknown[]) : [cell])));

const latestOf = (contents: Contents): string | null => {
  const times = cellsOf(contents).flatMap(([name, cell]) =>
    (name === 'at' || name.endsWith('At')) && typeof cell === 'string' ? [cell] : [],
  );
  return times.reduce<string | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
};

const compareIds = (a: Person, b: Person): number => (a.id < b.id ? -1 : 1);

/** The same strategy makes the same record, byte for byte, in whichever instance it lies. */
export const readStrategyRecord = async (queries: Queries, strategy: string): Promise<StrategyRecord> => {
  const contents = await recordRepository.readRecord(queries, strategy);
  const named = namesIn(contents);
  const people = (await recordRepository.listRecordPeople(queries)).filter(({ id }) => named.has(id));
  return {
    format: 'fbs-strategy-record',
    formatVersion: 1,
    strategy,
    latest: latestOf(contents),
    leftOut,
    people: people.sort(compareIds),
    contents,
  };
};

export const recordText = (record: StrategyRecord): string => `${JSON.stringify(record, null, 2)}\n`;
