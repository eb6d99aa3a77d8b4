import { allow, type Context } from '../../context.ts';
import { allowImports, type ImportPlace, importOf } from './import-work.ts';
import type { MakeTemplate, TemplateFile } from './make-template.ts';

/** A spreadsheet to fill in, with what is recorded already. */
export const readTemplate = (
  context: Context,
  { strategy, ...input }: MakeTemplate & { readonly strategy: string },
): Promise<TemplateFile> => {
  allowImports(context.actor);
  return context.spreadsheets.run('makeTemplate', context, strategy, input);
};

/** The rows that were or would not be taken over, with the reasons. */
export const readRefusedRows = async (context: Context, place: ImportPlace): Promise<TemplateFile> => {
  allow(context.actor, 'read');
  await context.database.read((queries) => importOf(queries, context.actor, place));
  return context.spreadsheets.run('makeRefusedRows', context, place.strategy, { id: place.import });
};
