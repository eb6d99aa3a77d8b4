import { parseArgs } from 'node:util';
import { ConfigurationError } from './configuration.ts';

/** What the file does not say itself, or says otherwise. */
type GivenHead = Partial<Record<'id' | 'title' | 'organization' | 'acronym' | 'firstYear' | 'lastYear', string>>;

export type ConsoleImport = {
  readonly file: string;
  /** Look, and save nothing. */
  readonly dryRun: boolean;
  /** The strategy of which the file may hold a newer edition. */
  readonly into: string | undefined;
  /** The address of the person in whose name a strategy is begun. */
  readonly as: string | undefined;
  readonly given: GivenHead;
};

const usage =
  'Say which file: npm run import-strategy -- --file plan.xml; --dry-run to look and save nothing; --into id beside it to compare with a strategy; for StratML and outlines --as address of the administrator who begins the strategy, and where the file does not say them --title, --organization, --acronym, --first-year, --last-year, --id.';

const read = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  const options = {
    file: text,
    into: text,
    as: text,
    id: text,
    title: text,
    organization: text,
    acronym: text,
  } as const;
  const years = { 'first-year': text, 'last-year': text, 'dry-run': { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options: { ...options, ...years } }).values;
  } catch {
    throw new ConfigurationError(usage);
  }
};

/** @throws ConfigurationError with a sentence that says how it is asked */
export const readImportArguments = (args: readonly string[]): ConsoleImport => {
  const {
    file,
    into,
    as,
    'dry-run': dryRun = false,
    'first-year': firstYear,
    'last-year': lastYear,
    ...head
  } = read(args);
  if (file === undefined) throw new ConfigurationError(usage);
  if (into !== undefined && !dryRun) {
    throw new ConfigurationError(
      'A newer edition is merged on the screen, where you choose what to take over: add --dry-run to see how it differs.',
    );
  }
  const given = { ...head, ...(firstYear && { firstYear }), ...(lastYear && { lastYear }) };
  return { file, dryRun, into, as, given };
};
