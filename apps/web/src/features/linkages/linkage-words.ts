import { linkageStrengthLabels } from '@fbs/core';
import { formatYear, plural } from '../../lib/format.ts';
import {
  type Framework,
  type Goal,
  type Linkage,
  type Objective,
  objectivesOf,
  type Sight,
  type SightElement,
} from './sight.ts';

/** "2018-2022" is a span of years, and written with the dash of a span. */
export const withSpans = (text: string): string => text.replace(/(\d{4})-(\d{4})/g, '$1\u2013$2');

/** "JSP-2018-2022" to "JSP 2018–2022": short enough for a switch. */
export const frameworkName = ({ code }: Pick<Framework, 'code'>): string => withSpans(code).replaceAll('-', ' ');

/** What everything leads to: the one linked element where there is one, otherwise the framework. */
export const sightName = ({ framework, elements }: Pick<Sight, 'framework' | 'elements'>): string => {
  const [only] = elements;
  return only !== undefined && elements.length === 1 ? only.element.label : frameworkName(framework);
};

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "1", "1 and 2", "1, 2 and 3". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

type Indicators = Objective['indicators'];

const indicatorsOf = (objectives: readonly Objective[]): Indicators =>
  objectives.flatMap((objective) => objective.indicators);

export const reportingCount = (objectives: readonly Objective[]): number =>
  indicatorsOf(objectives).filter(({ reporting }) => reporting).length;

const counts = ['indicators', 'above', 'on', 'improved', 'below', 'notRated', 'met', 'rated'] as const;
type Counts = Readonly<Record<(typeof counts)[number], number>>;

/** The results of several objectives, counted together. */
export const countsOf = (objectives: readonly Objective[]): Counts => {
  const sumOf = (count: (typeof counts)[number]) => objectives.reduce((sum, { rollUp }) => sum + rollUp[count], 0);
  return Object.fromEntries(counts.map((count) => [count, sumOf(count)])) as Counts;
};

/** "2 of 3 reporting", "none of 2 reporting", "no performance indicator". */
export const reportingWords = (objectives: readonly Objective[]): string => {
  const all = indicatorsOf(objectives).length;
  const reporting = reportingCount(objectives);
  if (all === 0) return 'no performance indicator';
  return `${reporting === 0 ? 'none' : reporting} of ${all} reporting`;
};

/** The same in a sentence of its own: "2 of 3 performance indicators reporting". */
const reportingPhrase = (objectives: readonly Objective[]): string => {
  const all = indicatorsOf(objectives).length;
  return reportingWords(objectives).replace(
    ' reporting',
    ` performance ${all === 1 ? 'indicator' : 'indicators'} reporting`,
  );
};

/** "met 2 of 3 rated", "nothing is rated yet". */
export const metPhrase = ({ met, rated }: Pick<Counts, 'met' | 'rated'>): string =>
  rated === 0 ? 'nothing rated yet' : `met ${met} of ${rated} rated`;

export const goalName = ({ code, shortName }: Pick<Goal, 'code' | 'shortName'>): string => `${code} ${shortName}`;

export const strengthWords = (linkages: readonly Linkage[]): string =>
  listed([...new Set(linkages.map(({ strength }) => linkageStrengthLabels[strength].toLowerCase()))]);

/** "supports goals 1, 2, 3 and 4"; nothing where it supports none. */
export const supportWords = ({ supportsGoals }: Goal): string | null => {
  if (supportsGoals.length === 0) return null;
  return `supports ${supportsGoals.length === 1 ? 'goal' : 'goals'} ${listed(supportsGoals)}`;
};

/** What stands below the name of a goal in the drawing. */
export const goalNotes = (goal: Goal, { unlinkedGoals, framework }: Sight): string[] =>
  [unlinkedGoals.includes(goal) ? `not linked to ${frameworkName(framework)}` : null, supportWords(goal)].filter(
    (note) => note !== null,
  );

const commas = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

/** What stands behind a node, without its name. */
export const objectiveFacts = (objective: Objective): string =>
  commas([reportingPhrase([objective]), objective.indicators.length === 0 ? null : metPhrase(objective.rollUp)]);

export const goalFacts = (goal: Goal, sight: Sight): string => {
  const objectives = objectivesOf(goal, sight);
  const links = sight.elements.flatMap(({ element, goals }) =>
    goals
      .filter((each) => each.goal === goal)
      .map(({ linkages }) => `linked to ${element.label} (${strengthWords(linkages)})`),
  );
  return commas([
    plural(objectives.length, 'objective'),
    reportingPhrase(objectives),
    metPhrase(goal.rollUp),
    links.length === 0 ? `not linked to ${frameworkName(sight.framework)}` : listed(links),
    supportWords(goal),
  ]);
};

export const elementFacts = ({ goals }: SightElement): string => {
  const objectives = goals.flatMap((each) => each.objectives);
  return commas([
    `behind it: ${listed(goals.map(({ goal }) => `goal ${goalName(goal)}`))}`,
    plural(objectives.length, 'objective'),
    reportingPhrase(objectives),
  ]);
};

export type Answer = { readonly figure: string; readonly words: string; readonly asks: boolean };

const quotedWords = (sight: Sight): string => {
  const quoted = sight.linkages.filter(({ quote }) => quote !== null).length;
  if (sight.linkages.length === 0) return '';
  if (quoted === sight.linkages.length) return ', each with its wording in the strategy';
  return quoted === 0
    ? '; no wording of the strategy is recorded for it'
    : `, ${quoted} of ${sight.linkages.length} linkages with their wording in the strategy`;
};

/** How many goals lead there, and with what behind it. */
export const linkedAnswer = (sight: Sight): Answer => {
  const linked = sight.goals.length - sight.unlinkedGoals.length;
  const verb = sight.goals.length === 1 ? 'goal is' : 'goals are';
  return {
    figure: `${linked} of ${sight.goals.length}`,
    words: `${verb} linked to ${sightName(sight)}${quotedWords(sight)}`,
    asks: sight.unlinkedGoals.length > 0,
  };
};

export const withoutIndicatorAnswer = (count: number): Answer => ({
  figure: plural(count, 'objective'),
  words:
    count === 0
      ? 'lack a performance indicator: each has at least one'
      : `${count === 1 ? 'has' : 'have'} no performance indicator`,
  asks: count > 0,
});

export const noneReportingAnswer = (count: number, year: number): Answer => ({
  figure: plural(count, 'objective'),
  words:
    count === 0
      ? `with performance indicators report nothing: each reports at least one for ${formatYear(year)}`
      : `${count === 1 ? 'has' : 'have'} performance indicators, none of which reports for ${formatYear(year)}`,
  asks: count > 0,
});

const unsupportedWords = (unsupported: number, all: number): string => {
  if (unsupported === 0) return 'elements of the framework lack a linkage: each has one, itself or below it';
  const elements = all === 1 ? 'element of the framework has' : 'elements of the framework have';
  return `${elements} nothing that supports ${unsupported === 1 ? 'it' : 'them'}`;
};

/** Elements that nothing is linked to, neither themselves nor below them. */
export const unsupportedAnswer = ({ elements, unsupported }: Framework): Answer => ({
  figure: `${unsupported.length} of ${elements.length}`,
  words: unsupportedWords(unsupported.length, elements.length),
  asks: unsupported.length > 0,
});
