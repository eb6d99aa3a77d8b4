import { importRepository } from '@fbs/db';
import { columnNames, type ImportRecord, listed, writeCsv } from '@fbs/documents';
import { prepareChecks } from './check-rows.ts';
import { type FoundRow, unpackBlock } from './import-blocks.ts';
import { isBad } from './import-rows.ts';
import { factsAt, importOf, keptOf } from './import-work.ts';
import type { ThreadWork } from './thread-task.ts';

const lineOf = (record: ImportRecord, problem: string): string[] => [
  record.sheet,
  String(record.row),
  ...columnNames.map((column) => record.cells[column]?.text ?? ''),
  problem,
];

/** The rows that were or would not be taken over, as a CSV file that can be mended and uploaded again. */
export const makeRefusedRows = (
  { database, actor, strategy, at }: ThreadWork,
  { id }: { readonly id: string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> =>
  database.read(async (queries) => {
    const row = await importOf(queries, actor, { strategy, import: id });
    const rows: FoundRow[] = [];
    for (const { number } of await importRepository.listImportBlocks(queries, id)) {
      const block = await importRepository.findImportBlock(queries, id, number);
      if (block !== undefined) rows.push(...unpackBlock(block));
    }
    const records = listed(rows.map(({ record }) => record));
    const isOpen = row.state === 'tried' && row.personId === actor.id;
    const seen = Object.entries(keptOf(row).places).map(([key, { version }]) => [key, version] as const);
    // what somebody changed since is left out now, so it belongs to what is to be mended
    const check = isOpen
      ? await prepareChecks(queries, await factsAt(queries, at, strategy), actor, records, Object.fromEntries(seen))
      : null;
    const lines = rows.flatMap(({ record, finding }, index) => {
      const { outcome, sentence } = check === null ? finding : check(index).finding;
      return isBad(outcome) ? [lineOf(record, sentence)] : [];
    });
    const text = writeCsv([['sheet', 'row', ...columnNames, 'problem'], ...lines]);
    return { name: `${row.fileName.replace(/\.[^.]*$/, '')}-refused.csv`, bytes: new TextEncoder().encode(text) };
  });
