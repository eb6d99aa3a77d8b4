import { yearSpan } from './fiscal-year.ts';
import type { GoalKind } from './vocabulary.ts';

/** A part of a strategy in preparation; `id` is null until it has been saved. */
type Part = { readonly id: string | null; readonly code: string };
export type TreeSection = Part & { readonly name: string; readonly summary: string };
export type TreeObjective = Part & {
  readonly shortName: string;
  readonly statement: string;
  readonly justificationSummary: string;
};
export type TreeGoal = Part & {
  readonly kind: GoalKind;
  readonly shortName: string;
  readonly statement: string;
  readonly objectives: readonly TreeObjective[];
};

export type StrategyHead = {
  readonly title: string;
  readonly organization: string;
  readonly acronym: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly vision: string;
  readonly missionSummary: string;
};

export type StrategyTree = StrategyHead & {
  readonly sections: readonly TreeSection[];
  readonly goals: readonly TreeGoal[];
};

/** A place to fix, as a JSON pointer into the tree, and what to do. */
export type TreeFinding = { readonly pointer: string; readonly detail: string };

const mostYears = 20;
const sectionCode = /^[A-Z][A-Z0-9]{0,7}$/;
const goalCode = /^[1-9]\d?$/;

const blank = (pointer: string, text: string, what: string): TreeFinding[] =>
  text.trim() === '' ? [{ pointer, detail: `Write ${what}.` }] : [];

/** The years that the contract takes. */
const isYear = (year: number): boolean => year >= 1900 && year <= 2200;

const findInYears = ({ firstYear, lastYear }: StrategyHead): TreeFinding[] => {
  const ask = (pointer: string, which: string, year: number, example: number): TreeFinding[] =>
    isYear(year) ? [] : [{ pointer, detail: `Write the ${which} fiscal year in four digits, for example ${example}.` }];
  const unknown = [
    ...ask('/firstYear', 'first', firstYear, 2023),
    ...ask('/lastYear', 'last', lastYear, isYear(firstYear) ? Math.min(firstYear + 4, 2200) : 2027),
  ];
  if (unknown.length > 0) return unknown;
  if (lastYear < firstYear) {
    const detail = `The last year is before the first: write ${firstYear} or a later year.`;
    return [{ pointer: '/lastYear', detail }];
  }
  if (lastYear - firstYear < mostYears) return [];
  const latest = firstYear + mostYears - 1;
  const detail = `A strategy covers up to ${mostYears} years: write ${latest} or an earlier year as its last.`;
  return [{ pointer: '/lastYear', detail }];
};

export const findInHead = (head: StrategyHead): TreeFinding[] => {
  const { title, organization, acronym } = head;
  return [
    ...blank('/title', title, 'the title of the strategy'),
    ...blank('/organization', organization, 'the organization whose strategy it is'),
    ...blank('/acronym', acronym, 'the short name of the organization'),
    ...findInYears(head),
  ];
};

const twice = (codes: readonly string[], code: string): boolean => codes.filter((each) => each === code).length > 1;

const findInSections = (sections: StrategyTree['sections']): TreeFinding[] => {
  const codes = sections.map(({ code }) => code);
  return sections.flatMap(({ code, name }, index) => {
    const at = `/sections/${index}`;
    const wrong = !sectionCode.test(code)
      ? 'Write up to 8 capital letters or digits that begin with a letter, for example IP.'
      : twice(codes, code)
        ? `There are two sections ${code}: give one of them another code.`
        : null;
    return [
      ...(wrong === null ? [] : [{ pointer: `${at}/code`, detail: wrong }]),
      ...blank(`${at}/name`, name, 'the name of the section'),
    ];
  });
};

const findInObjectives = (goal: TreeGoal, at: string): TreeFinding[] => {
  const codes = goal.objectives.map(({ code }) => code);
  return goal.objectives.flatMap(({ code, shortName, statement }, index) => {
    const here = `${at}/objectives/${index}`;
    const rest = code.startsWith(`${goal.code}.`) ? code.slice(goal.code.length + 1) : '';
    const wrong = !goalCode.test(rest)
      ? `Write the goal, a point and a number, for example ${goal.code}.${index + 1}.`
      : twice(codes, code)
        ? `There are two objectives ${code}: give one of them another code.`
        : null;
    return [
      ...(wrong === null ? [] : [{ pointer: `${here}/code`, detail: wrong }]),
      ...blank(`${here}/shortName`, shortName, 'a short name for the objective'),
      ...blank(`${here}/statement`, statement, 'what the objective says'),
    ];
  });
};

const findInGoals = (goals: StrategyTree['goals']): TreeFinding[] => {
  const codes = goals.map(({ code }) => code);
  return goals.flatMap((goal, index) => {
    const at = `/goals/${index}`;
    const wrong = !goalCode.test(goal.code)
      ? 'Write a number from 1 to 99.'
      : twice(codes, goal.code)
        ? `There are two goals ${goal.code}: give one of them another number.`
        : index === 0 && !codes.includes('1')
          ? 'One of the goals has to be goal 1.'
          : null;
    return [
      ...(wrong === null ? [] : [{ pointer: `${at}/code`, detail: wrong }]),
      ...blank(`${at}/shortName`, goal.shortName, 'a short name for the goal'),
      ...blank(`${at}/statement`, goal.statement, 'what the goal says'),
      ...findInObjectives(goal, at),
    ];
  });
};

/** What keeps a tree from being saved, from top to bottom. */
export const findInTree = (tree: StrategyTree): TreeFinding[] => [
  ...findInHead(tree),
  ...findInSections(tree.sections),
  ...findInGoals(tree.goals),
];

/** What a draft lacks before it can be put in force, in a sentence; null: nothing. */
export const missingForForce = ({ sections, goals }: Pick<StrategyTree, 'sections' | 'goals'>): string | null => {
  if (sections.length === 0) return 'Add a section first: every indicator belongs to one.';
  if (goals.length === 0) return 'Add a goal first.';
  const bare = goals.find(({ objectives }) => objectives.length === 0);
  return bare === undefined ? null : `Add an objective to goal ${bare.code} first.`;
};

/** Letters, digits and hyphens for addresses: "tip-office-2023-2027"; with a number behind where it is taken. */
export const strategyIdOf = ({ acronym, firstYear, lastYear }: StrategyHead, taken: readonly string[]): string => {
  const words = acronym
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const id = `${/^[a-z]/.test(words) ? words : `strategy-${words}`.replace(/-$/, '')}-${yearSpan(firstYear, lastYear)}`;
  let number = 1;
  const next = () => (number === 1 ? id : `${id}-${number}`);
  while (taken.includes(next())) number += 1;
  return next();
};
