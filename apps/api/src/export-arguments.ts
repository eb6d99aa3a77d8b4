import { parseArgs } from 'node:util';
import { type ExportFormat, exportFormats, type YearsFormat, yearsFormats } from '@fbs/contract';
import { ConfigurationError } from './configuration.ts';

type Where = { readonly strategy?: string | undefined; readonly out?: string | undefined };

/** What is asked for at the console: the file of a review, of all of them, or of the whole strategy. */
export type ConsoleExport = Where &
  (
    | { readonly format: 'record' }
    | { readonly format: 'plan' }
    | { readonly format: YearsFormat; readonly year: 'all' }
    | { readonly format: ExportFormat; readonly year: number; readonly version: number | undefined }
  );

const formats = [...exportFormats, 'plan', 'record'] as const;
const usage = `Say what to export: npm run export -- --year 2022 --format ${exportFormats.join('|')} --out file; --version 1 for a signed version; --year all for all years; --format plan or record for the whole strategy; --strategy id for another than the one in force.`;

const refuse = (sentence: string): never => {
  throw new ConfigurationError(`${sentence} ${usage}`);
};

const wholeNumber = (name: string, text: string): number =>
  /^\d{1,4}$/.test(text) ? Number(text) : refuse(`--${name} ${text} is no ${name}.`);

const read = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { year: text, format: text, version: text, strategy: text, out: text },
    }).values;
  } catch (error) {
    return refuse(`${(error as Error).message.split('. ')[0]}.`);
  }
};

const allYears = (format: ExportFormat, version: string | undefined) => {
  const known = yearsFormats.find((each) => each === format);
  if (known === undefined) return refuse(`All years are not made as ${format}: take --format plan.`);
  if (version !== undefined) return refuse('All years come in the versions in force: leave --version out.');
  return { format: known, year: 'all' } as const;
};

/** @throws ConfigurationError with a sentence that says how it is asked */
export const readExportArguments = (args: readonly string[]): ConsoleExport => {
  const { year, format, version, strategy, out } = read(args);
  const known = formats.find((each) => each === format);
  if (known === undefined) return refuse(format === undefined ? 'Say --format.' : `There is no format "${format}".`);
  const where = { strategy, out };
  if (known === 'plan' || known === 'record') return { ...where, format: known };
  if (year === undefined) return refuse('Say --year.');
  if (year === 'all') return { ...where, ...allYears(known, version) };
  return {
    ...where,
    format: known,
    year: wholeNumber('year', year),
    version: version === undefined ? undefined : wholeNumber('version', version),
  };
};
