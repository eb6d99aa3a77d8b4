import type { Answer, ImportDetail, listImports as listContract } from '@fbs/contract';
import { importRepository, peopleRepository, planRepository } from '@fbs/db';
import { columnNames, type ImportRecord, writeCsv } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import {
  checkAgain,
  factsNow,
  type ImportPlace,
  importOf,
  keptOf,
  presentImport,
  presentLine,
  seesAll,
} from './import-work.ts';

const mostListed = 100;

export const listImports = (
  context: Context,
  { strategy }: { readonly strategy: string },
): Promise<Answer<typeof listContract>> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`);
    const rows = await importRepository.listImports(queries, strategy, mostListed);
    const names = await peopleRepository.listNames(queries);
    const visible = rows.filter((row) => row.personId === context.actor.id || seesAll(context.actor));
    return { imports: visible.map((row) => presentLine(row, context.actor, names)) };
  });
};

export const readImport = (context: Context, place: ImportPlace): Promise<ImportDetail> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    const row = await importOf(queries, context.actor, place);
    return presentImport(queries, await factsNow(queries, context, place.strategy), context.actor, row);
  });
};

const lineOf = (record: ImportRecord, problem: string): string[] => [
  record.sheet,
  String(record.row),
  ...columnNames.map((column) => record.cells[column]?.text ?? ''),
  problem,
];

/** The rows that were or would not be taken over, as a CSV file that can be mended and uploaded again. */
export const readRefusedRows = (context: Context, place: ImportPlace): Promise<{ name: string; text: string }> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    const { actor } = context;
    const row = await importOf(queries, actor, place);
    const kept = keptOf(row);
    const isOpen = row.state === 'tried' && row.personId === actor.id;
    const found = isOpen
      ? (await checkAgain(queries, await factsNow(queries, context, place.strategy), actor, kept)).map(
          (each) => each.finding,
        )
      : kept.rows;
    const lines = found.flatMap(({ outcome, sentence }, index) => {
      const record = kept.records[index];
      return record !== undefined && (outcome === 'refused' || outcome === 'conflict')
        ? [lineOf(record, sentence)]
        : [];
    });
    const text = writeCsv([['sheet', 'row', ...columnNames, 'problem'], ...lines]);
    return { name: `${row.fileName.replace(/\.[^.]*$/, '')}-refused.csv`, text };
  });
};
