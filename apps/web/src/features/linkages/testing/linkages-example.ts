import type { LinkagesPage } from '../linkages-queries.ts';
import { type Sight, sightOf } from '../sight.ts';

type RollUp = LinkagesPage['goals'][number]['rollUp'];
type Objective = LinkagesPage['objectives'][number];
type Linkage = LinkagesPage['linkages'][number];

const noCounts: RollUp = {
  indicators: 0,
  above: 0,
  on: 0,
  improved: 0,
  below: 0,
  notRated: 0,
  met: 0,
  rated: 0,
  reported: 0,
  due: 0,
  explanationsMissing: 0,
};

/** An objective with so many performance indicators, of which so many report; each that reports is on target. */
const objective = (code: string, shortName: string, indicators: number, reporting: number): Objective => ({
  code,
  goal: code.charAt(0),
  shortName,
  statement: `Statement of ${code}.`,
  rollUp: {
    ...noCounts,
    indicators,
    on: reporting,
    notRated: indicators - reporting,
    met: reporting,
    rated: reporting,
  },
  indicators: Array.from({ length: indicators }, (_, index) => ({
    code: `${code}-${'ABCD'.charAt(index)}`,
    name: `Indicator ${index + 1} of ${code}`,
    reporting: index < reporting,
    rating: index < reporting ? 'on_target' : 'not_rated',
  })),
});

const goal = (
  code: string,
  shortName: string,
  supportsGoals: readonly string[] = [],
): LinkagesPage['goals'][number] => ({
  code,
  kind: supportsGoals.length > 0 ? 'management' : 'bureau',
  shortName,
  statement: `Statement of ${code}.`,
  supportsGoals,
  rollUp: { ...noCounts, indicators: 3, on: 1, below: 1, notRated: 1, met: 1, rated: 2 },
});

const element = (code: string, label: string): LinkagesPage['frameworks'][number]['elements'][number] => ({
  code,
  parent: null,
  level: 'goal',
  label,
  text: null,
  quote: null,
});

const linkage = (
  kind: Linkage['subject']['kind'],
  code: string,
  framework: string,
  to: string,
  strength: Linkage['strength'] = 'direct',
  quote: string | null = null,
): Linkage => ({
  id: `${kind} ${code} ${to}`,
  subject: { kind, code },
  framework,
  frameworkTitle: framework,
  element: to,
  elementLabel: to,
  strength,
  quote,
  summary: null,
  version: 1,
  signed: false,
  removed: false,
});

/** Two goals and a management goal; the last is linked to the plan alone, and objective 1.2 to a standard by itself. */
export const linkagesExample: LinkagesPage = {
  year: 2021,
  asOf: null,
  dataVersion: 1,
  frameworks: [
    {
      code: 'JSP-2018-2022',
      title: 'Plan 2018-2022',
      version: 1,
      elements: [element('1.2', 'Goal 1.2'), element('1.3', 'Goal 1.3')],
      unsupported: ['1.2'],
    },
    {
      code: '3P',
      title: 'The 3P',
      version: 1,
      elements: [element('a', 'Prosecution'), element('b', 'Protection')],
      unsupported: [],
    },
    {
      code: 'S-108',
      title: 'Standards',
      version: 1,
      elements: [element('S1', 'Standard 1'), element('S2', 'Standard 2')],
      unsupported: [],
    },
    { code: 'NONE', title: 'Nothing linked', version: 1, elements: [element('x', 'X')], unsupported: ['x'] },
  ],
  goals: [goal('1', 'Prosecution'), goal('2', 'Protection'), goal('5', 'Management', ['1', '2'])],
  objectives: [
    objective('1.1', 'Laws', 1, 1),
    objective('1.2', 'Courts', 2, 0),
    objective('2.1', 'Referral', 3, 2),
    objective('5.1', 'People', 0, 0),
  ],
  linkages: [
    linkage('goal', '1', 'JSP-2018-2022', '1.3', 'direct', 'aligning with goal 1.3'),
    linkage('goal', '2', 'JSP-2018-2022', '1.3', 'supporting', 'adversely affecting goal 1.3'),
    linkage('goal', '5', 'JSP-2018-2022', '1.3', 'enabling', 'supports the staff'),
    linkage('goal', '1', '3P', 'a'),
    linkage('goal', '2', '3P', 'b'),
    linkage('objective', '1.2', 'S-108', 'S1'),
    linkage('indicator', '2.1-B', 'S-108', 'S2'),
  ],
  withoutPerformanceIndicator: ['5.1'],
  illustrative: 0,
  noneReporting: ['1.2'],
};

/** The line of sight of the example to one of its frameworks. */
export const sightTo = (code: string, page: LinkagesPage = linkagesExample): Sight => {
  const framework = page.frameworks.find((each) => each.code === code);
  if (framework === undefined) throw new Error(`There is no framework ${code}.`);
  return sightOf(page, framework);
};
