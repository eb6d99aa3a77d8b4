import { createHash } from 'node:crypto';
import { importRepository, type Queries, serviceRepository } from '@fbs/db';
import { type ImportRecords, readImport } from '@fbs/documents';
import { DomainError } from '../../domain-error.ts';
import type { Facts } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { type AlikeRows, checkAlike } from './check-alike.ts';
import { prepareChecks, versionAt } from './check-rows.ts';
import { blockPacker, rowsPerBlock } from './import-blocks.ts';
import { addCounts, type Counts, noCounts, type Outcome, placeKey, type RowPlace } from './import-rows.ts';
import { factsAt, type Kept } from './import-work.ts';
import { rememberTried } from './last-tried.ts';
import { groupsOf, packAlike } from './pack-alike.ts';
import type { ThreadWork } from './thread-task.ts';
import { type Group, gatherGroups } from './write-rows.ts';

export type TryRows = { readonly id: string; readonly fileName: string; readonly bytes: Uint8Array };

type Tried = {
  readonly blocks: readonly importRepository.ImportBlock[];
  readonly counts: Counts;
  readonly kept: Kept;
  readonly facts: Facts;
  /** Where all of it are parts of breakdowns: they are written as they were found. */
  readonly parts: readonly Group[] | null;
};

/** What the rows would write, by place, with the version that each place was seen in. */
const gatherCounts = (facts: Facts) => {
  // the rows of one place share one object
  const counted = new Map<RowPlace, Record<Outcome, number>>();
  return {
    add: (place: RowPlace | null, outcome: Outcome, rows = 1): void => {
      if (place === null) return;
      const counts = counted.get(place) ?? { ...noCounts };
      counts[outcome] += rows;
      counted.set(place, counts);
    },
    places: (): Kept['places'] =>
      Object.fromEntries(
        [...counted].map(([place, counts]) => [placeKey(place), { version: versionAt(facts, place), counts }]),
      ),
  };
};

type Look = { readonly work: ThreadWork; readonly queries: Queries; readonly facts: Facts };
type Read = { readonly records: ImportRecords; readonly notices: readonly string[] };

const checkEach = async ({ work, queries, facts }: Look, { records, notices }: Read): Promise<Tried> => {
  const check = await prepareChecks(queries, facts, work.actor, records, null);
  const gathered = gatherCounts(facts);
  const parts = gatherGroups();
  let onlyParts = true;
  const blocks: importRepository.ImportBlock[] = [];
  let counts = noCounts;
  for (let start = 0; start < records.length; start += rowsPerBlock) {
    const packer = blockPacker();
    const end = Math.min(start + rowsPerBlock, records.length);
    for (let position = start; position < end; position += 1) {
      const row = check(position);
      gathered.add(row.place, row.finding.outcome);
      onlyParts &&= row.record.sheet === 'Breakdowns';
      if (onlyParts) parts.add(row);
      packer.add(row);
    }
    blocks.push(packer.block(blocks.length));
    counts = addCounts(counts, packer.counts());
    work.goOn('checking', 40 + (40 * start) / records.length, start, records.length);
  }
  const kept = { notices, places: gathered.places() };
  return { blocks, counts, kept, facts, parts: onlyParts ? parts.groups() : null };
};

const keepAlike = ({ work, facts }: Look, { records, notices }: Read, alike: AlikeRows): Tried => {
  const gathered = gatherCounts(facts);
  let counts = noCounts;
  for (const run of alike.runs) {
    const { place, first } = run;
    const rows = run.until - run.from;
    gathered.add(place, first.finding.outcome, rows);
    counts = addCounts(counts, { ...noCounts, [first.finding.outcome]: rows });
  }
  const blocks: importRepository.ImportBlock[] = [];
  for (let start = 0; start < records.length; start += rowsPerBlock) {
    const end = Math.min(start + rowsPerBlock, records.length);
    blocks.push(packAlike(records, alike, { number: blocks.length, start, end }));
    work.goOn('checking', 40 + (40 * start) / records.length, start, records.length);
  }
  const kept = { notices, places: gathered.places() };
  return { blocks, counts, kept, facts, parts: groupsOf(alike) };
};

const checkAll = (work: ThreadWork, read: Read): Promise<Tried> =>
  work.database.read(async (queries) => {
    const facts = await factsAt(queries, work.at, work.strategy);
    const look = { work, queries, facts };
    const alike = await checkAlike(queries, facts, work.actor, read.records);
    return alike === null ? checkEach(look, read) : keepAlike(look, read, alike);
  });

const blocksAtOnce = 20;

/** Reads a spreadsheet, checks its rows, and keeps both; figures stay as they are. @throws DomainError invalid */
export const tryRows = async (work: ThreadWork, { id, fileName, bytes }: TryRows): Promise<void> => {
  work.goOn('reading', 0, 0, null);
  const read = await readImport(bytes);
  if ('refused' in read) {
    throw new DomainError('invalid', read.refused, { errors: [{ pointer: '/file', detail: read.refused }] });
  }
  work.goOn('reading', 40, read.records.length, read.records.length);
  const { blocks, counts, kept, facts, parts } = await checkAll(work, read);
  await work.write(async (queries, at) => {
    const { data: now } = await serviceRepository.readDataVersions(queries);
    // this write itself raises it by one
    const holdsFor =
      parts !== null && now === facts.dataVersion ? { dataVersion: now + 1, day: work.at.slice(0, 10) } : null;
    const added = {
      id,
      strategyId: work.strategy,
      fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'tried' as const,
      counts: JSON.stringify(counts),
      findings: JSON.stringify({ ...kept, holdsFor } satisfies Kept),
      personId: work.actor.id,
      at,
    };
    await importRepository.addImport(queries, added);
    for (let start = 0; start < blocks.length; start += blocksAtOnce) {
      await importRepository.addImportBlocks(queries, id, blocks.slice(start, start + blocksAtOnce));
      work.goOn('writing', 80 + (20 * start) / blocks.length, start * rowsPerBlock, read.records.length);
    }
    const { findings: _findings, ...after } = added;
    const about = { kind: 'import', id, strategy: work.strategy };
    await trace(queries, work, at, { action: 'tried an import', ...about, before: null, after });
  });
  if (parts !== null) rememberTried({ id, facts, groups: parts });
};
