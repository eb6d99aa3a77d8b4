import { type FitCode, fitCodes, numberIn } from './fit-codes.ts';
import { defaultDefinition, fitDefinition } from './fit-definition.ts';
import { sentencesOf, startRepairs } from './fit-repairs.ts';
import { findInFormula } from './formula-rules.ts';
import { codeAt } from './indicator-code.ts';
import type { Refusal } from './refusal.ts';
import {
  type FileGoal,
  type FileIndicator,
  type FileObjective,
  type FileStrategy,
  plainIdentifier,
  type SaidGoal,
  type SaidIndicator,
  type SaidObjective,
  type SaidSection,
  type SaidStrategy,
} from './strategy-file.ts';

const mostInList = 99;
const mostIndicators = 5000;
const longestName = 400;
const longestText = 20_000;

export type Fitted = { readonly file: FileStrategy; readonly repairs: readonly string[] };
type Work = ReturnType<typeof startWork>;

const startWork = (said: SaidStrategy, section: string) => {
  const seen = new Set<string>();
  const repairs = startRepairs();
  return {
    ...repairs,
    /** Sections that indicators may name, as far as the file names them. */
    sections: new Set(said.sections.map(({ code }) => code)),
    fallbackSection: section,
    /** An identifier that stands for the first time; null where it stands for something else already, or is missing. */
    identifierOf: (identifier: string | null, what: string, kept: string[]): string | null => {
      const given = identifier?.trim() ?? '';
      if (given === '') {
        repairs.count('identifier');
        return null;
      }
      if (given.length > 200 || seen.has(plainIdentifier(given))) {
        repairs.say(`The identifier "${given.slice(0, 60)}" of ${what} stands twice or is too long: it gets its own.`);
        kept.push(`Identifier in the file: ${given}`);
        return null;
      }
      seen.add(plainIdentifier(given));
      return given;
    },
  };
};

/** What is too long for its field is cut there, and kept as a whole beside it. */
const cutTo = (work: Work, text: string, longest: number, what: string, kept: string[]): string => {
  if (text.length <= longest) return text;
  work.say(`${what} is longer than ${longest.toLocaleString('en-US')} characters: it is cut here and kept as a whole.`);
  kept.push(`Uncut: ${text}`);
  return `${text.slice(0, longest - 1).trimEnd()}…`;
};

const firstWords = (text: string): string => {
  const [line = ''] = text.split('\n', 1);
  if (line.length <= 80) return line.trim();
  return `${line.slice(0, 80).replace(/\s+\S*$/, '')}…`;
};

type Names = { readonly shortName: string | null; readonly statement: string | null };

/** Short name and statement: each stands in for the other where one is missing. */
const fitNames = (work: Work, said: Names, what: string, kept: string[]) => {
  const name = said.shortName?.trim() ?? '';
  const text = said.statement?.trim() ?? '';
  if (name === '' && text === '') work.say(`${what} has no name and no text: write them.`);
  else if (name === '') work.count('name');
  else if (text === '') work.count('statement');
  const shortName = name === '' ? firstWords(text) || what : name;
  return {
    shortName: cutTo(work, shortName, longestName, `The name of ${what}`, kept),
    statement: cutTo(work, text === '' ? shortName : text, longestText, `The text of ${what}`, kept),
  };
};

const fitIndicator = (work: Work, said: SaidIndicator, { code, isNumbered, was }: FitCode): FileIndicator => {
  const kept = [...said.kept, ...(was === null ? [] : [was])];
  const { section: named } = said.definition;
  const section = named !== undefined && work.sections.has(named) ? named : work.fallbackSection;
  if (section !== named) work.count('section');
  if (section === work.fallbackSection) work.sections.add(section);
  const fitted = fitDefinition(said.definition, kept);
  for (const sentence of fitted.repairs) work.say(`Indicator ${code}: ${sentence}`);
  const definition = { ...defaultDefinition(code, fitted.definition), section };
  if (fitted.definition.direction === undefined && definition.direction === 'monitor') work.count('direction');
  return {
    identifier: work.identifierOf(said.identifier, `indicator ${code}`, kept),
    code,
    isNumbered,
    definition,
    said: Object.keys(fitted.definition).filter(
      (key) => key !== 'section' || section === named,
    ) as FileIndicator['said'],
    kept: kept.join('\n'),
  };
};

const fitObjective = (work: Work, said: SaidObjective, { code, isNumbered, was }: FitCode): FileObjective => {
  const kept = [...said.kept, ...(was === null ? [] : [was])];
  const why = said.justificationSummary?.trim() ?? null;
  const codes = fitCodes(
    work,
    said.indicators.map((each) => each.code),
    {
      what: 'indicator',
      fits: (text) => {
        const rest = text.startsWith(`${code}-`) ? text.slice(code.length + 1) : text;
        return /^[A-Z0-9]{1,8}$/.test(rest) ? `${code}-${rest}` : null;
      },
      at: (index) => codeAt(code, index),
    },
  );
  return {
    identifier: work.identifierOf(said.identifier, `objective ${code}`, kept),
    code,
    isNumbered,
    ...fitNames(work, said, `Objective ${code}`, kept),
    justificationSummary: why === null ? null : cutTo(work, why, longestText, `The reason of objective ${code}`, kept),
    indicators: said.indicators.map((each, index) =>
      fitIndicator(work, each, codes[index] ?? { code, isNumbered: true, was: null }),
    ),
    kept: kept.join('\n'),
  };
};

const fitGoal = (work: Work, said: SaidGoal, { code, isNumbered, was }: FitCode): FileGoal => {
  const kept = [...said.kept, ...(was === null ? [] : [was])];
  const codes = fitCodes(
    work,
    said.objectives.map((each) => each.code),
    {
      what: 'objective',
      fits: (text) => {
        const number = numberIn(text);
        return number === null ? null : `${code}.${number}`;
      },
      at: (index) => `${code}.${index + 1}`,
    },
  );
  return {
    identifier: work.identifierOf(said.identifier, `goal ${code}`, kept),
    code,
    isNumbered,
    kind: said.kind,
    ...fitNames(work, said, `Goal ${code}`, kept),
    objectives: said.objectives.map((each, index) =>
      fitObjective(work, each, codes[index] ?? { code, isNumbered: true, was: null }),
    ),
    kept: kept.join('\n'),
  };
};

const sectionPattern = /^[A-Z][A-Z0-9]{0,7}$/;

/** For indicators that name no section: the short name of the organization as far as it can be one. */
const fallbackOf = (acronym: string | null): string => {
  const letters = (acronym ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  return sectionPattern.test(letters) ? letters : 'OFFICE';
};

const fitSections = (said: SaidStrategy): SaidSection[] => {
  const known = new Map<string, SaidSection>();
  for (const { code, name, summary } of said.sections) {
    if (!sectionPattern.test(code) || known.has(code) || known.size === 50) continue;
    known.set(code, {
      code,
      name: (name.trim() || code).slice(0, longestName),
      summary: summary.slice(0, longestText),
    });
  }
  return [...known.values()];
};

const tooMany = ({ goals }: SaidStrategy): string | null => {
  if (goals.length === 0) return 'The file holds no goals: choose one that holds a strategy with its goals.';
  if (goals.length > mostInList) return `The file holds ${goals.length} goals: a strategy has up to ${mostInList}.`;
  const full = goals.find(({ objectives }) => objectives.length > mostInList);
  const indicators = goals.flatMap(({ objectives }) => objectives.flatMap((each) => [...each.indicators])).length;
  if (indicators > mostIndicators) {
    const [held, most] = [indicators, mostIndicators].map((count) => count.toLocaleString('en-US'));
    return `The file holds ${held} indicators: a strategy has up to ${most}.`;
  }
  if (full === undefined) return null;
  return `The goal "${full.shortName ?? full.code}" has ${full.objectives.length} objectives: it may have up to ${mostInList}.`;
};

/** The words of the head, cut to their fields; what is blank is not said. */
const fitHead = (work: Work, said: SaidStrategy['head'], kept: string[]): FileStrategy['head'] => {
  const words = (text: string | null, longest: number, what: string) =>
    text === null || text.trim() === '' ? null : cutTo(work, text.trim(), longest, what, kept);
  return {
    title: words(said.title, longestName, 'The title'),
    organization: words(said.organization, longestName, 'The name of the organization'),
    acronym: words(said.acronym, 40, 'The short name of the organization'),
    vision: words(said.vision, longestText, 'The vision'),
    missionSummary: words(said.missionSummary, longestText, 'The mission'),
    firstYear: said.firstYear,
    lastYear: said.lastYear,
  };
};

/** What a formula counts with has to be there; one that does not work out is let go. */
const withoutBrokenFormulas = (work: Work, goals: readonly FileGoal[]): readonly FileGoal[] => {
  const all = goals.flatMap(({ objectives }) => objectives.flatMap(({ indicators }) => [...indicators]));
  if (all.every(({ definition }) => definition.computed === null)) return goals;
  const mended = (indicator: FileIndicator): FileIndicator => {
    const { code, definition } = indicator;
    if (definition.computed === null || findInFormula(code, definition, all).length === 0) return indicator;
    work.say(`Indicator ${code}: its formula counts with what is not in the file, and is left out.`);
    return { ...indicator, definition: { ...definition, computed: null } };
  };
  return goals.map((goal) => ({
    ...goal,
    objectives: goal.objectives.map((each) => ({ ...each, indicators: each.indicators.map(mended) })),
  }));
};

/** Makes what a file says a strategy by our rules; every change that this takes is a sentence among the repairs. */
export const fitStrategy = (said: SaidStrategy): Fitted | Refusal => {
  const refused = tooMany(said);
  if (refused !== null) return { refused };
  const sections = fitSections(said);
  const work = startWork({ ...said, sections }, fallbackOf(said.head.acronym));
  const kept = [...said.kept];
  const head = fitHead(work, said.head, kept);
  const numbered = said.goals.map(({ code }) => numberIn(code?.trim() ?? ''));
  // a strategy has a goal 1: numbers that begin elsewhere follow the order of the file
  const begins = numbered.includes('1');
  const codes = fitCodes(
    work,
    said.goals.map(({ code }) => code),
    { what: 'goal', fits: begins ? numberIn : () => null, at: (index) => `${index + 1}` },
  );
  const goals = withoutBrokenFormulas(
    work,
    said.goals.map((goal, index) => fitGoal(work, goal, codes[index] ?? { code: '1', isNumbered: true, was: null })),
  );
  const added = work.sections.has(work.fallbackSection) && !sections.some(({ code }) => code === work.fallbackSection);
  const fallback = { code: work.fallbackSection, name: head.organization ?? work.fallbackSection, summary: '' };
  return {
    file: {
      identifier: said.identifier?.trim() || null,
      kept: kept.join('\n'),
      head,
      sections: added ? [...sections, fallback] : sections,
      goals,
    },
    repairs: sentencesOf(work, work.fallbackSection),
  };
};
