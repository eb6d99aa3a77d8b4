import { open, readFile, rename, rm } from 'node:fs/promises';
import type { Day, Instant } from '@fbs/core';
import { auditRepository, type Database } from '@fbs/db';

/** How far the trail went at a moment. */
type Mark = auditRepository.TrailEnd & { readonly day: Day };

/** Beside the database and not in it: who edits the one with tools of its own has not edited the other. */
export const marksFile = (databaseFile: string): string => `${databaseFile}.trail`;

const isMark = (thing: unknown): thing is Mark => {
  const { entryId, hash, day } = (thing ?? {}) as Partial<Mark>;
  return typeof entryId === 'number' && typeof hash === 'string' && typeof day === 'string';
};

const markIn = (line: string): Mark[] => {
  try {
    const mark: unknown = JSON.parse(line);
    return isMark(mark) ? [mark] : [];
  } catch {
    return [];
  }
};

const readMarks = async ({ settings }: Database): Promise<Mark[]> => {
  const text = await readFile(marksFile(settings.file), 'utf8').catch(() => '');
  return text.split('\n').flatMap(markIn);
};

/** The last end of every day; under its name the file is there whole, and on the disk. */
const writeMark = async (database: Database, mark: Mark): Promise<void> => {
  const others = (await readMarks(database)).filter(({ day }) => day !== mark.day);
  const place = marksFile(database.settings.file);
  const file = await open(`${place}.new`, 'w');
  try {
    await file.writeFile([...others, mark].map((each) => `${JSON.stringify(each)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${place}.new`, place);
};

/** A database that was only just filled has a trail of its own. */
export const forgetMarks = (databaseFile: string): Promise<void> => rm(marksFile(databaseFile), { force: true });

/** A sentence for every remembered end that the trail does not have any more. */
export const lostMarks = async (database: Database): Promise<string[]> => {
  const marks = await readMarks(database);
  const links = await database.read((queries) =>
    auditRepository.listLinks(
      queries,
      marks.map(({ entryId }) => entryId),
    ),
  );
  return marks
    .filter(({ entryId, hash }) => links.get(entryId) !== hash)
    .map(({ entryId, day }) => `On ${day} the trail went to entry ${entryId}, which is not what stands there now.`);
};

const everyMs = 60_000;

type Marking = { readonly write: () => Promise<void>; readonly stop: () => Promise<void> };

/** Remembers at once, then once a minute how far the trail goes, and when the service stops. */
export const markTrail = (database: Database, clock: () => Instant, onError: (error: unknown) => void): Marking => {
  let known = '';
  let before: Promise<void> = Promise.resolve();
  const writeNow = async (): Promise<void> => {
    const end = await database.read(auditRepository.readTrailEnd);
    if (end.hash === known) return;
    await writeMark(database, { ...end, day: clock().slice(0, 10) });
    known = end.hash;
  };
  /** One after the other: they go through the same file. */
  const write = (): Promise<void> => {
    before = before.catch(() => {}).then(writeNow);
    return before;
  };
  const timer = setInterval(() => void write().catch(onError), everyMs);
  timer.unref();
  void write().catch(onError);
  return {
    write,
    stop: async () => {
      clearInterval(timer);
      await write().catch(onError);
    },
  };
};
