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

/** As many as an instance with little memory reads, writes and takes in again. */
const mostRows = 400_000;

/** Why the record of a strategy with so many rows is not made; null: it is. */
export const tooManyRows = (rows: number): string | null =>
  rows <= mostRows
    ? null
    : `This strategy has ${rows.toLocaleString('en-US')} rows of breakdowns, more than the ${mostRows.toLocaleString('en-US')} that one file holds: move it as a whole with npm run backup and npm run restore.`;

/** Walked, not listed: there may be millions of cells. */
function* cellsOf(contents: Contents): Generator<readonly [name: string, cell: unknown]> {
  for (const rows of Object.values(contents)) {
    for (const row of rows) yield* Object.entries(row);
  }
}

/** Those whose id stands in a cell by itself or in a list in one. */
const namedIn = (contents: Contents, people: readonly Person[]): Person[] => {
  const known = new Map<unknown, Person>(people.map((person) => [person.id, person]));
  const named = new Set<Person>();
  const look = (word: unknown): void => {
    const person = known.get(word);
    if (person !== undefined) named.add(person);
  };
  for (const [, cell] of cellsOf(contents)) {
    if (Array.isArray(cell)) cell.forEach(look);
    else look(cell);
  }
  return [...named];
};

const latestOf = (contents: Contents): string | null => {
  let latest: string | null = null;
  for (const [name, cell] of cellsOf(contents)) {
    if ((name !== 'at' && !name.endsWith('At')) || typeof cell !== 'string') continue;
    if (latest === null || cell > latest) latest = cell;
  }
  return latest;
};

const compareIds = (a: Person, b: Person): number => (a.id < b.id ? -1 : 1);

/** The same strategy makes the same record, byte for byte, in whichever instance it lies. */
export const readStrategyRecord = async (queries: Queries, strategy: string): Promise<StrategyRecord> => {
  const contents = await recordRepository.readRecord(queries, strategy);
  const people = namedIn(contents, await recordRepository.listRecordPeople(queries));
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
