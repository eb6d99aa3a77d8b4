import type { ImportDetail, ImportLine, ImportRow } from '@fbs/contract';
import { permits } from '@fbs/core';
import { importRepository, type Queries } from '@fbs/db';
import type { ImportRecord } from '@fbs/documents';
import { type Actor, allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { type Facts, loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { checkRows } from './check-rows.ts';
import { type CheckedRow, type Counts, countsOf } from './import-rows.ts';

/** What an import keeps as its findings: the rows of the file, so that they can be checked anew, and what was found. */
export type Kept = {
  readonly notices: readonly string[];
  readonly records: readonly ImportRecord[];
  readonly seen: Readonly<Record<string, number>>;
  readonly rows: readonly ImportRow[];
};

export const keptOf = (row: importRepository.ImportRow): Kept => JSON.parse(row.findings) as Kept;

/** Imports are for those who enter values; each row then asks for its own section. */
export const allowImports = (actor: Actor): void => allow(actor, 'enter values', { section: actor.section });

/** Rows of an import show drafts: whoever may not see those of every section sees only what they uploaded. */
export const seesAll = (actor: Actor): boolean => permits(actor, 'see drafts');

export const factsNow = (queries: Queries, context: Context, strategy: string): Promise<Facts> =>
  loadFacts(queries, strategy, momentOf(undefined, context.clock()));

export type ImportPlace = { readonly strategy: string; readonly import: string };

/** @throws DomainError not_found also where the import is not the caller's to see */
export const importOf = async (
  queries: Queries,
  actor: Actor,
  place: ImportPlace,
): Promise<importRepository.ImportRow> => {
  const row = await importRepository.findImport(queries, place.strategy, place.import);
  const isVisible = row !== undefined && (row.personId === actor.id || seesAll(actor));
  return required(isVisible ? row : undefined, 'There is no such import that you may see.');
};

const mayEnter = (actor: Actor): boolean => permits(actor, 'enter values', { section: actor.section });

export const presentLine = (
  row: importRepository.ImportRow,
  actor: Actor,
  names: ReadonlyMap<string, string>,
  counts = JSON.parse(row.counts) as Counts,
): ImportLine => {
  const isOwn = row.personId === actor.id;
  return {
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    version: row.version,
    counts,
    tried: { person: row.person, at: row.at },
    committedAt: row.committedAt,
    undone:
      row.undoneAt === null || row.undoneBy === null
        ? null
        : { person: names.get(row.undoneBy) ?? row.undoneBy, at: row.undoneAt },
    mayCommit: row.state === 'tried' && isOwn && mayEnter(actor),
    mayUndo: row.state === 'committed' && mayEnter(actor) && (isOwn || seesAll(actor)),
  };
};

/** What becomes of the rows of a tried import as things stand now; only who uploaded it can take it over. */
export const checkAgain = (
  queries: Queries,
  facts: Facts,
  actor: Actor,
  { records, seen }: Kept,
): Promise<CheckedRow[]> => checkRows(queries, facts, actor, records, seen);

/** An import with its rows; what was only tried is checked against what stands there now. */
export const presentImport = async (
  queries: Queries,
  facts: Facts,
  actor: Actor,
  row: importRepository.ImportRow,
): Promise<ImportDetail> => {
  const kept = keptOf(row);
  const isOpen = row.state === 'tried' && row.personId === actor.id;
  const rows = isOpen ? (await checkAgain(queries, facts, actor, kept)).map((each) => each.finding) : kept.rows;
  return { ...presentLine(row, actor, facts.names, countsOf(rows)), notices: kept.notices, rows };
};

export type ImportChangeInput = ImportPlace & { readonly ifMatch: string | undefined };

/** The import that a write is about, in the version that the caller saw. @throws DomainError stale */
export const importToChange = async (
  queries: Queries,
  context: Context,
  input: ImportChangeInput,
): Promise<{ readonly row: importRepository.ImportRow; readonly facts: Facts }> => {
  const facts = await factsNow(queries, context, input.strategy);
  const row = await importOf(queries, context.actor, input);
  await checkVersion(versionSeen(input.ifMatch), row.version, () => presentImport(queries, facts, context.actor, row));
  return { row, facts };
};

export const refuseState = (row: importRepository.ImportRow, wanted: importRepository.ImportState): void => {
  if (row.state === wanted) return;
  const words = {
    tried: 'This import was only tried: take it over first.',
    committed: 'This import was taken over already: it can only be taken back.',
    undone: 'This import was taken back: upload the file again to take it over.',
  } as const;
  throw new DomainError('conflict', words[row.state]);
};
