import { createHash } from 'node:crypto';
import { problemsIn } from '@fbs/contract';
import { type Database, planRepository, type Queries, recordRepository } from '@fbs/db';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { recordSchema, type StrategyRecord } from './strategy-record.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError(
      'invalid',
      'This is not a JSON file: export the strategy again and use that file. StratML and outlines are taken on the screen "Strategies", under "Import from a file".',
    );
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A file of an earlier version lacks what came later; nothing else is guessed. */
const withLater = (value: unknown): unknown =>
  isObject(value) && isObject(value.contents)
    ? { ...value, contents: recordRepository.fillEarlier(value.contents) }
    : value;

const otherVersion =
  'If another version of the product wrote it, bring both to the same version, export it again and use that file.';

/** @throws DomainError invalid, with the places that are not as the schema says */
const checked = (text: string): StrategyRecord => {
  const value = withLater(parsed(text));
  const errors = problemsIn(recordSchema(), value);
  const [first] = errors;
  if (first === undefined) return value as StrategyRecord;
  const isOurs = isObject(value) && value.format === 'fbs-strategy-record';
  const sentence = `This file does not hold a strategy: ${first.pointer} ${first.detail}.`;
  throw new DomainError('invalid', isOurs ? `${sentence} ${otherVersion}` : sentence, { errors });
};

/** A signed review that somebody changed on the way is not taken in. */
const checkSnapshots = ({ contents }: StrategyRecord): void => {
  for (const { id, document, sha256 } of contents.snapshots ?? []) {
    const sum = createHash('sha256').update(String(document)).digest('hex');
    if (sum === sha256) continue;
    throw new DomainError('invalid', `The signed review ${id} is not what was signed: its SHA-256 differs.`);
  }
};

const checkStrategy = async (queries: Queries, { strategy, contents }: StrategyRecord): Promise<void> => {
  const ids = (contents.strategies ?? []).map(({ id }) => id);
  if (ids.length !== 1 || ids[0] !== strategy) {
    throw new DomainError('invalid', `The file names the strategy "${strategy}" and holds another: export it again.`);
  }
  if ((await planRepository.findStrategy(queries, strategy)) !== undefined) {
    throw new DomainError('already_exists', `There is a strategy "${strategy}" here already: take an empty database.`);
  }
};

/** People who are here already stay as they are, as long as they are the same. @returns whom it brought in */
const takeInPeople = async (queries: Queries, { people }: StrategyRecord): Promise<StrategyRecord['people']> => {
  const here = new Map((await recordRepository.listRecordPeople(queries)).map((person) => [person.id, person]));
  const other = people.find(({ id, name }) => here.has(id) && here.get(id)?.name !== name);
  if (other !== undefined) {
    throw new DomainError(
      'conflict',
      `"${other.id}" is ${here.get(other.id)?.name} here and ${other.name} in the file: take an empty database.`,
    );
  }
  const added = people.filter(({ id }) => !here.has(id));
  await recordRepository.addRecordPeople(queries, added);
  return added;
};

/** The trail names each of them: whom it does not name was put in past the product. */
const tracePeople = async (queries: Queries, added: StrategyRecord['people'], now: string): Promise<void> => {
  for (const { id, name, title, section } of added) {
    await trace(queries, { actor: null }, now, {
      ...{ action: 'came with a strategy', kind: 'person', id, strategy: null, before: null },
      after: { name, title, email: null, section, roles: [], active: false },
    });
  }
};

const writeAll = async (queries: Queries, record: StrategyRecord): Promise<void> => {
  try {
    await recordRepository.writeRecord(queries, record.contents);
  } catch (error) {
    const words = `${error} ${(error as { cause?: unknown }).cause}`;
    if (!/constraint/i.test(words)) throw error;
    throw new DomainError(
      'invalid',
      'The rows of the file do not fit together: one points at what is not there, or stands twice. Export it again.',
    );
  }
};

/** Takes a whole strategy in, with its history and signed reviews: all of it, or nothing. */
export const importRecord = async (database: Database, text: string, now: string): Promise<StrategyRecord> => {
  const record = checked(text);
  checkSnapshots(record);
  return database.write(async (queries) => {
    await checkStrategy(queries, record);
    const added = await takeInPeople(queries, record);
    await writeAll(queries, record);
    await tracePeople(queries, added, now);
    await trace(queries, { actor: null }, now, {
      action: 'imported a strategy',
      kind: 'strategy',
      id: record.strategy,
      strategy: record.strategy,
      before: null,
      after: {
        latest: record.latest,
        sha256: createHash('sha256').update(text).digest('hex'),
        people: added.length,
      },
    });
    return record;
  });
};
