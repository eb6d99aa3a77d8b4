import type { ImportDetail, ImportLine, ImportRows } from '@fbs/contract';
import { type Day, type Instant, permits } from '@fbs/core';
import { importRepository, type Queries } from '@fbs/db';
import { type Actor, allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { type Facts, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { type Moved, movedPlaces, nowhere, type PageOf, pageOf, withConflicts } from './import-pages.ts';
import { type Counts, goodOutcomes, noCounts } from './import-rows.ts';
import { loadStanding, type Standing } from './import-standing.ts';
import type { RunningImport } from './import-thread.ts';

/** How a file as a whole was read, and the places it is about: the version seen, and what it would do there. */
export type Kept = {
  readonly notices: readonly string[];
  readonly places: Record<string, { readonly version: number; readonly counts: Counts }>;
  /** What was found holds as long as nothing is written past this state of the data, on this day; null: ask anew. */
  readonly holdsFor?: { readonly dataVersion: number; readonly day: Day } | null;
};

/** An import of before its rows had a table of their own has none any more. */
export const keptOf = ({ findings }: Pick<importRepository.ImportRow, 'findings'>): Kept => ({
  notices: [],
  places: {},
  ...(JSON.parse(findings) as Partial<Kept>),
});

/** Imports are for those who enter values; each row then asks for its own section. */
export const allowImports = (actor: Actor): void => allow(actor, 'enter values', { section: actor.section });

/** Rows of an import show drafts: whoever may not see those of every section sees only what they uploaded. */
export const seesAll = (actor: Actor): boolean => permits(actor, 'see drafts');

export const factsAt = (queries: Queries, at: Instant, strategy: string): Promise<Facts> =>
  loadFacts(queries, strategy, momentOf(undefined, at));

export type ImportPlace = { readonly strategy: string; readonly import: string };

type Stored = importRepository.ImportRow;

const mayEnter = (actor: Actor): boolean => permits(actor, 'enter values', { section: actor.section });

const noImport = 'There is no such import that you may see.';

/** @throws DomainError not_found also where the import is not the caller's to see */
export const importOf = async (queries: Queries, actor: Actor, place: ImportPlace): Promise<Stored> => {
  const row = await importRepository.findImport(queries, place.strategy, place.import);
  const isVisible = row !== undefined && (row.personId === actor.id || seesAll(actor));
  return required(isVisible ? row : undefined, noImport);
};

/** What is under way of an import; undefined also where it is not the caller's to see. */
export const runningOf = (context: Context, place: ImportPlace): RunningImport | undefined => {
  const running = context.spreadsheets.find(place.import);
  const { actor } = context;
  if (running === undefined || running.about.strategy !== place.strategy) return undefined;
  return running.about.by.id === actor.id || seesAll(actor) ? running : undefined;
};

/** A file that is being read for the first time: nothing is kept of it yet. */
export const presentReading = ({ about, progress }: RunningImport, actor: Actor): ImportLine => ({
  id: about.id,
  fileName: about.fileName,
  state: 'reading',
  version: 0,
  counts: noCounts,
  tried: { person: about.by.name, at: about.at },
  committedAt: null,
  undone: null,
  progress: progress(),
  mayCommit: false,
  mayCancel: about.by.id === actor.id,
  mayUndo: false,
});

export const presentLine = (
  context: Context,
  row: Stored,
  names: ReadonlyMap<string, string>,
  counts = JSON.parse(row.counts) as Counts,
): ImportLine => {
  const { actor } = context;
  const isOwn = row.personId === actor.id;
  const running = row.state === 'tried' ? context.spreadsheets.find(row.id) : undefined;
  const isWaiting = row.state === 'tried' && running === undefined;
  const hasGoodRow = goodOutcomes.some((outcome) => counts[outcome] > 0);
  return {
    id: row.id,
    fileName: row.fileName,
    state: running === undefined ? row.state : 'committing',
    version: row.version,
    counts,
    tried: { person: row.person, at: row.at },
    committedAt: row.committedAt,
    undone:
      row.undoneAt === null || row.undoneBy === null
        ? null
        : { person: names.get(row.undoneBy) ?? row.undoneBy, at: row.undoneAt },
    progress: running?.progress() ?? null,
    mayCommit: isWaiting && hasGoodRow && isOwn && mayEnter(actor),
    mayCancel: running !== undefined && isOwn,
    mayUndo: row.state === 'committed' && mayEnter(actor) && (isOwn || seesAll(actor)),
  };
};

const firstRows = 500;

type Page = Pick<PageOf, 'outcome' | 'from' | 'limit'>;

/** Where somebody wrote since the caller's own file was tried; only who uploaded it can take it over. */
const movedSince = (standing: Standing, actor: Actor, row: Stored): Moved =>
  row.state === 'tried' && row.personId === actor.id ? movedPlaces(standing, keptOf(row)) : nowhere;

/** Rows of an import; what was only tried is held against what stands there now. */
export const presentRows = (
  queries: Queries,
  standing: Standing,
  actor: Actor,
  row: Stored,
  page: Page,
): Promise<ImportRows> =>
  pageOf(queries, { id: row.id, moved: movedSince(standing, actor, row), idOf: standing.idOf, ...page });

/** An import with its first rows. */
export const presentImport = async (queries: Queries, context: Context, row: Stored): Promise<ImportDetail> => {
  const { actor } = context;
  const [kept, standing] = [keptOf(row), await loadStanding(queries, row.strategyId)];
  const counts = withConflicts(JSON.parse(row.counts) as Counts, kept, movedSince(standing, actor, row));
  const line = presentLine(context, row, standing.names, counts);
  const page = await presentRows(queries, standing, actor, row, { outcome: undefined, from: 0, limit: firstRows });
  return { ...line, notices: kept.notices, ...page };
};

export type ImportChangeInput = ImportPlace & { readonly ifMatch: string | undefined };

/** The import that a write is about, in the version that the caller saw. @throws DomainError stale */
export const importToChange = async (queries: Queries, context: Context, input: ImportChangeInput): Promise<Stored> => {
  const row = await importOf(queries, context.actor, input);
  await checkVersion(versionSeen(input.ifMatch), row.version, () => presentImport(queries, context, row));
  return row;
};

export const refuseState = (row: Stored, wanted: importRepository.ImportState): void => {
  if (row.state === wanted) return;
  const words = {
    tried: 'This import was only tried: take it over first.',
    committed: 'This import was taken over already: it can only be taken back.',
    undone: 'This import was taken back: upload the file again to take it over.',
    cancelled: 'This import was cancelled: upload the file again.',
    refused: 'This file could not be read: fix it and upload it again.',
  } as const;
  throw new DomainError('conflict', words[row.state]);
};

/** An import as it stands now, from what is kept of it or from what is under way. */
export const showImport = (context: Context, place: ImportPlace): Promise<ImportDetail> =>
  context.database.read(async (queries) => {
    const running = runningOf(context, place);
    if (running?.state === 'reading') {
      return { ...presentReading(running, context.actor), notices: [], rows: [], next: null };
    }
    return presentImport(queries, context, await importOf(queries, context.actor, place));
  });
