import { createHash } from 'node:crypto';
import { importRepository, serviceRepository } from '@fbs/db';
import { type ImportRecord, readImport } from '@fbs/documents';
import { DomainError } from '../../domain-error.ts';
import type { Facts } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { prepareChecks, versionAt } from './check-rows.ts';
import { packBlock, rowsPerBlock } from './import-blocks.ts';
import {
  addCounts,
  type CheckedRow,
  type Counts,
  countsOf,
  noCounts,
  type Outcome,
  placeKey,
  type RowPlace,
} from './import-rows.ts';
import { factsAt, type Kept } from './import-work.ts';
import { rememberTried } from './last-tried.ts';
import type { ThreadWork } from './thread-task.ts';
import { type Group, gatherGroups } from './write-rows.ts';

export type TryRows = { readonly id: string; readonly fileName: string; readonly bytes: Uint8Array };

type Tried = {
  readonly blocks: readonly importRepository.ImportBlock[];
  readonly counts: Counts;
  readonly kept: Kept;
  readonly dataVersion: number;
  /** Where all of it are parts of breakdowns: they are written as they were found. */
  readonly parts: readonly Group[] | null;
};

/** What the rows would write, by place, with the version that each place was seen in. */
const gatherCounts = (facts: Facts) => {
  // the rows of one place share one object
  const counted = new Map<RowPlace, Record<Outcome, number>>();
  return {
    add: ({ place, finding }: CheckedRow): void => {
      if (place === null) return;
      const counts = counted.get(place) ?? { ...noCounts };
      counts[finding.outcome] += 1;
      counted.set(place, counts);
    },
    places: (): Kept['places'] =>
      Object.fromEntries(
        [...counted].map(([place, counts]) => [placeKey(place), { version: versionAt(facts, place), counts }]),
      ),
  };
};

const checkAll = (work: ThreadWork, records: readonly ImportRecord[], notices: readonly string[]): Promise<Tried> =>
  work.database.read(async (queries) => {
    const facts = await factsAt(queries, work.at, work.strategy);
    const check = await prepareChecks(queries, facts, work.actor, records, null);
    const gathered = gatherCounts(facts);
    const onlyParts = records.every(({ sheet }) => sheet === 'Breakdowns');
    const parts = onlyParts ? gatherGroups() : null;
    const blocks: importRepository.ImportBlock[] = [];
    let counts = noCounts;
    for (let start = 0; start < records.length; start += rowsPerBlock) {
      const rows = records.slice(start, start + rowsPerBlock).map((_, index) => check(start + index));
      for (const row of rows) {
        gathered.add(row);
        parts?.add(row);
      }
      blocks.push(packBlock(blocks.length, rows));
      counts = addCounts(counts, countsOf(rows.map((row) => row.finding)));
      work.goOn('checking', 40 + (40 * start) / records.length, start, records.length);
    }
    const kept = { notices, places: gathered.places() };
    return { blocks, counts, kept, dataVersion: facts.dataVersion, parts: parts?.groups() ?? null };
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
  const { blocks, counts, kept, dataVersion, parts } = await checkAll(work, read.records, read.notices);
  await work.write(async (queries, at) => {
    const { data: now } = await serviceRepository.readDataVersions(queries);
    // this write itself raises it by one
    const holdsFor = parts !== null && now === dataVersion ? { dataVersion: now + 1, day: work.at.slice(0, 10) } : null;
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
  if (parts !== null) rememberTried(id, parts);
};
