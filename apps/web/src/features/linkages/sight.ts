import type { LinkagesPage } from './linkages-queries.ts';

export type Framework = LinkagesPage['frameworks'][number];
export type FrameworkElement = Framework['elements'][number];
export type Goal = LinkagesPage['goals'][number];
export type Objective = LinkagesPage['objectives'][number];
export type Linkage = LinkagesPage['linkages'][number];

/** A goal as it stands behind an element: by which linkages, and with which of its objectives. */
export type SightGoal = {
  readonly goal: Goal;
  readonly linkages: readonly Linkage[];
  readonly objectives: readonly Objective[];
};

export type SightElement = { readonly element: FrameworkElement; readonly goals: readonly SightGoal[] };

/** The line of sight to one framework. */
export type Sight = {
  readonly framework: Framework;
  /** Only those that something is linked to, in the order of the framework. */
  readonly elements: readonly SightElement[];
  readonly linkages: readonly Linkage[];
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  /** Performance indicators of the strategy whose figure or target is illustrative. */
  readonly illustrative: number;
  /** Goals of which nothing is linked to this framework. */
  readonly unlinkedGoals: readonly Goal[];
};

export const objectivesOf = (goal: Goal, { objectives }: Pick<LinkagesPage, 'objectives'>): readonly Objective[] =>
  objectives.filter((objective) => objective.goal === goal.code);

/** A linkage of a goal brings all its objectives; one of an objective or an indicator brings that objective alone. */
const objectivesBehind = ({ subject }: Linkage, page: LinkagesPage): readonly Objective[] =>
  page.objectives.filter(({ code, goal, indicators }) => {
    if (subject.kind === 'goal') return goal === subject.code;
    if (subject.kind === 'objective') return code === subject.code;
    return indicators.some((indicator) => indicator.code === subject.code);
  });

const standsBehind = (goal: Goal, linkage: Linkage, page: LinkagesPage): boolean =>
  linkage.subject.kind === 'goal'
    ? linkage.subject.code === goal.code
    : objectivesBehind(linkage, page).some((objective) => objective.goal === goal.code);

const sightGoal = (goal: Goal, linkages: readonly Linkage[], page: LinkagesPage): SightGoal[] => {
  const own = linkages.filter((linkage) => standsBehind(goal, linkage, page));
  const objectives = objectivesOf(goal, page).filter((objective) =>
    own.some((linkage) => objectivesBehind(linkage, page).includes(objective)),
  );
  return own.length === 0 ? [] : [{ goal, linkages: own, objectives }];
};

/** The chosen framework; the first one where the address names none that there is. */
export const chosenFramework = ({ frameworks }: LinkagesPage, code: string | undefined): Framework | undefined =>
  frameworks.find((framework) => framework.code === code) ?? frameworks[0];

export const sightOf = (page: LinkagesPage, framework: Framework): Sight => {
  const linkages = page.linkages.filter((linkage) => linkage.framework === framework.code);
  const elements = framework.elements
    .map((element) => {
      const own = linkages.filter((linkage) => linkage.element === element.code);
      return { element, goals: page.goals.flatMap((goal) => sightGoal(goal, own, page)) };
    })
    .filter(({ goals }) => goals.length > 0);
  const linked = new Set(elements.flatMap(({ goals }) => goals.map(({ goal }) => goal)));
  return {
    framework,
    elements,
    linkages,
    goals: page.goals,
    objectives: page.objectives,
    illustrative: page.illustrative,
    unlinkedGoals: page.goals.filter((goal) => !linked.has(goal)),
  };
};
