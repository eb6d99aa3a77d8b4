import type { StrategyFileAnswer } from '@fbs/contract';
import { changeSentence, fileSentence, findInHead, partName, preparedEmail, type StrategyHead } from '@fbs/core';
import { type Database, peopleRepository } from '@fbs/db';
import type { StrategyFileThread } from '@fbs/documents';
import { ConfigurationError } from './configuration.ts';
import type { Actor } from './context.ts';
import { createStrategyFromFile } from './features/strategies/create-strategy-from-file.ts';
import { lookAtStrategyFile } from './features/strategies/look-at-strategy-file.ts';
import type { ConsoleImport } from './import-arguments.ts';
import { Upload } from './plugins/uploads.ts';

type Console = {
  readonly database: Database;
  readonly clock: () => string;
  readonly files: StrategyFileThread;
  readonly say: (line: string) => void;
};

/** Whoever sits at the console reads every strategy in the database anyway. */
const reader: Actor = { id: '', name: 'console', roles: ['administrator'], section: null };

type Difference = NonNullable<StrategyFileAnswer['difference']>;

const sayDifference = ({ say }: Console, { title, changes }: Difference): void => {
  say('');
  say(changes.length === 0 ? `It differs in nothing from ${title}.` : `How it differs from ${title}:`);
  for (const change of changes) {
    const name = partName(change);
    const sentence = changeSentence(change);
    const fields = change.fields.map(({ field, before, after }) => `  ${field}: "${before}" becomes "${after}".`);
    say(`- ${name.charAt(0).toUpperCase()}${name.slice(1)}, ${change.name}: ${sentence || 'Its words change.'}`);
    for (const line of fields) say(line);
  }
};

/** What the screen shows before anything is saved, line by line. */
const sayFile = (at: Console, answer: StrategyFileAnswer): void => {
  at.say(`${answer.fileName}: ${fileSentence(answer)}`);
  for (const repair of answer.repairs) at.say(`- ${repair}`);
  at.say('');
  for (const { kind, depth, code, name, facts } of answer.parts) {
    const called = kind === 'strategy' ? name || 'No title' : `${code} ${name}`;
    at.say(`${'  '.repeat(kind === 'strategy' ? 0 : depth + 1)}${called}${kind === 'indicator' ? ` (${facts})` : ''}`);
  }
  if (answer.difference !== null) sayDifference(at, answer.difference);
};

const beginner = async ({ database }: Console, as: string | undefined): Promise<Actor> => {
  if (as === undefined) {
    throw new ConfigurationError(
      'Say --as and the address of the administrator who begins the strategy, or --dry-run to look and save nothing.',
    );
  }
  const people = await database.read(peopleRepository.listActivePeople);
  const found = people.find(({ id, email }) => id === as || (email !== null && email === preparedEmail(as)));
  if (found === undefined) throw new ConfigurationError(`Nobody with an account here has the address ${as}.`);
  const { id, name, roles, section } = found;
  return { id, name, roles, section };
};

const flags: Readonly<Record<string, string>> = {
  '/title': '--title',
  '/organization': '--organization',
  '/acronym': '--acronym',
  '/firstYear': '--first-year',
  '/lastYear': '--last-year',
};

type NamedHead = Omit<StrategyHead, 'vision' | 'missionSummary'>;

/** What is given goes before what the file says. @throws ConfigurationError that names what is missing */
const headOf = ({ head }: StrategyFileAnswer, given: ConsoleImport['given']): NamedHead => {
  const yearOf = (text: string | undefined, said: number | null): number =>
    text === undefined ? (said ?? 0) : /^\d{4}$/.test(text) ? Number(text) : 0;
  const named = {
    title: given.title ?? head.title ?? '',
    organization: given.organization ?? head.organization ?? '',
    acronym: given.acronym ?? head.acronym ?? '',
    firstYear: yearOf(given.firstYear, head.firstYear),
    lastYear: yearOf(given.lastYear, head.lastYear),
  };
  const findings = findInHead({ ...named, vision: '', missionSummary: '' });
  if (findings.length === 0) return named;
  throw new ConfigurationError(findings.map(({ pointer, detail }) => `${flags[pointer]}: ${detail}`).join(' '));
};

/** A strategy from StratML, an outline or a review, with the use cases of the screen. */
export const importOutline = async (
  at: Console,
  asked: ConsoleImport,
  fileName: string,
  bytes: Buffer,
): Promise<void> => {
  const { database, clock, files, say } = at;
  const file = new Upload(fileName, bytes);
  const answer = await lookAtStrategyFile({ database, actor: reader }, files, { into: asked.into, file });
  sayFile(at, answer);
  say('');
  if (asked.dryRun) return say('Nothing is saved.');
  const actor = await beginner(at, asked.as);
  const head = headOf(answer, asked.given);
  const { id, title } = await createStrategyFromFile({ database, clock, actor }, files, {
    ...{ ...head, file, id: asked.given.id ?? '' },
    atConsole: true,
  });
  say(`Began ${title} as a draft, ${id}, in the name of ${actor.name}: it is put in force on the screen "Strategies".`);
};
