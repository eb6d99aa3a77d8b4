import type { Answer, ImportDetail, ImportRow, ImportRows, listImports as listContract } from '@fbs/contract';
import { importRepository, peopleRepository, planRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { loadStanding } from './import-standing.ts';
import {
  type ImportPlace,
  importOf,
  presentLine,
  presentReading,
  presentRows,
  runningOf,
  seesAll,
  showImport,
} from './import-work.ts';

const mostListed = 100;

export const listImports = (
  context: Context,
  { strategy }: { readonly strategy: string },
): Promise<Answer<typeof listContract>> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`);
    const { actor } = context;
    const rows = await importRepository.listImports(queries, strategy, mostListed);
    const names = await peopleRepository.listNames(queries);
    const visible = rows.filter((row) => row.personId === actor.id || seesAll(actor));
    const known = new Set(rows.map(({ id }) => id));
    const reading = context.spreadsheets
      .listReading(strategy)
      .filter(({ about }) => !known.has(about.id) && (about.by.id === actor.id || seesAll(actor)));
    return {
      imports: [
        ...reading.map((each) => presentReading(each, actor)),
        ...visible.map((row) => presentLine(context, row, names)),
      ],
    };
  });
};

export const readImport = (context: Context, place: ImportPlace): Promise<ImportDetail> => {
  allow(context.actor, 'read');
  return showImport(context, place);
};

export type ReadImportRows = ImportPlace & {
  readonly outcome?: ImportRow['outcome'] | undefined;
  readonly from?: number | undefined;
  readonly limit?: number | undefined;
};

export const readImportRows = (context: Context, input: ReadImportRows): Promise<ImportRows> => {
  allow(context.actor, 'read');
  const { outcome, from = 0, limit = 200 } = input;
  return context.database.read(async (queries) => {
    if (runningOf(context, input)?.state === 'reading') return { rows: [], next: null };
    const row = await importOf(queries, context.actor, input);
    const standing = await loadStanding(queries, input.strategy);
    return presentRows(queries, standing, context.actor, row, { outcome, from, limit });
  });
};
