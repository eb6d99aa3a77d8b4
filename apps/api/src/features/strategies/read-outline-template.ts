import { outlineTemplateCsv, outlineTemplateXlsx } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';

/** An outline to fill in, with a file name. */
export const readOutlineTemplate = async (context: Context, { format }: { readonly format: 'xlsx' | 'csv' }) => {
  allow(context.actor, 'manage strategies');
  const bytes = format === 'csv' ? Buffer.from(outlineTemplateCsv()) : Buffer.from(await outlineTemplateXlsx());
  return { name: `strategy-outline.${format}`, bytes };
};
