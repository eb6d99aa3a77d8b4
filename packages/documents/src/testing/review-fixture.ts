import type {
  CorrectiveAction,
  DocumentGoal,
  DocumentIndicator,
  DocumentObjective,
  ReviewDocument,
} from '@fbs/contract';
import { assessmentLabels, type RollUp, rollUp, suggestAssessment } from '@fbs/core';
import { contextIndicators, ratedIndicators, unratedIndicators } from './every-state.ts';

export const countsOf = (indicators: readonly DocumentIndicator[]): RollUp =>
  rollUp(
    indicators.map(({ definition: { role }, entry: { state, due, rating, explanationMissing } }) => ({
      role,
      state,
      due,
      rating: rating.rating,
      explanationMissing,
    })),
  );

type ObjectiveFixture = Partial<Omit<DocumentObjective, 'section'>> &
  Pick<DocumentObjective, 'code' | 'shortName' | 'statement' | 'indicators'> & {
    readonly section?: Partial<DocumentObjective['section']>;
  };

export const objectiveFixture = ({ section, ...given }: ObjectiveFixture): DocumentObjective => {
  const counts = countsOf(given.indicators);
  return {
    outlineStatement: null,
    rollUp: counts,
    suggestion: suggestAssessment(counts),
    actions: [],
    ...given,
    section: {
      assessment: null,
      departureReason: null,
      narrative: null,
      decisions: null,
      evidence: [],
      submittedBy: null,
      clearedBy: null,
      illustrative: false,
      ...section,
    },
  };
};

export const goalFixture = (
  given: Partial<DocumentGoal> & Pick<DocumentGoal, 'code' | 'shortName' | 'statement' | 'objectives'>,
): DocumentGoal => ({
  kind: 'bureau',
  outlineStatement: null,
  linkages: [],
  rollUp: countsOf(given.objectives.flatMap((objective) => [...objective.indicators])),
  ...given,
});

const action: CorrectiveAction = {
  id: 'action-1',
  version: 2,
  objective: '1.2',
  openedYear: 2021,
  what: 'Agree yearly targets with each partner before the award starts',
  who: 'International Programs',
  dueOn: '2023-03-31',
  state: 'open',
  carried: true,
  updatedForYear: 2022,
  updates: [
    {
      year: 2021,
      state: 'open',
      text: 'Opened after the FY 2021 review.',
      person: 'A. Officer',
      at: '2021-12-01T09:00:00.000Z',
      illustrative: false,
    },
    {
      year: 2022,
      state: 'open',
      text: 'Agreed with three of five partners.',
      person: 'A. Officer',
      at: '2022-11-28T09:00:00.000Z',
      illustrative: true,
    },
  ],
  illustrative: true,
};

const prosecution = (): DocumentGoal =>
  goalFixture({
    code: '1',
    shortName: 'Prosecution',
    statement: 'Strengthen and inform government and civil society effectiveness in the prosecution of traffickers.',
    linkages: [
      {
        framework: 'JSP-2018-2022',
        frameworkTitle: 'Joint Strategic Plan FY 2018-2022',
        element: '1.3',
        elementLabel: 'JSP Goal 1.3',
        strength: 'direct',
        quote: 'aligning directly with goal 1.3 of the Joint Strategic Plan (JSP)',
        summary: 'Efforts build the capacity of criminal justice systems.',
      },
      {
        framework: '3P',
        frameworkTitle: '3P paradigm',
        element: 'prosecution',
        elementLabel: 'Prosecution',
        strength: 'direct',
        quote: null,
        summary: null,
      },
    ],
    objectives: [
      objectiveFixture({
        code: '1.2',
        shortName: 'Criminal justice',
        statement: 'Build capacity of foreign criminal justice systems to hold human traffickers accountable.',
        outlineStatement: 'Build capacity of foreign law enforcement to hold human traffickers accountable.',
        indicators: [...contextIndicators(), ...ratedIndicators()],
        actions: [action],
        section: {
          assessment: 'on_track',
          departureReason: 'One of the targets was lowered after the result was known.',
          narrative:
            'Training moved online in March.\nThree partners adapted their material.\n\n- New curriculum\n- Two languages',
          decisions: 'Funds of $1.2 million were moved to online courses.',
          evidence: [{ title: 'Program report 2022', url: 'https://www.state.gov/report?year=2022&part=1' }],
          files: [
            {
              title: 'Award reports',
              fileName: 'grants 2022.csv',
              fileType: 'csv',
              size: 24_300,
              sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
            },
          ],
          submittedBy: 'A. Officer',
          clearedBy: 'R. Reviewer',
          illustrative: true,
        },
      }),
    ],
  });

const protection = (): DocumentGoal =>
  goalFixture({
    code: '2',
    shortName: 'Protection',
    statement: 'Strengthen and inform government and civil society effectiveness in the protection of victims.',
    objectives: [
      objectiveFixture({
        code: '2.1',
        shortName: 'Identification',
        statement: 'Prioritize the protection of trafficking victims, including through proactive identification.',
        indicators: unratedIndicators(),
      }),
      objectiveFixture({
        code: '2.2',
        shortName: 'Services',
        statement: 'Increase access to services.',
        indicators: [],
      }),
    ],
  });

const draftReview = (): ReviewDocument => {
  const goals = [prosecution(), protection()];
  const indicators = goals.flatMap((goal) => goal.objectives.flatMap((objective) => [...objective.indicators]));
  const counts = countsOf(indicators);
  return {
    format: 'fbs-annual-review',
    formatVersion: 1,
    state: 'open',
    draft: true,
    year: 2022,
    number: 1,
    asOf: '2023-10-15T14:05:00.000Z',
    strategy: {
      id: 'fbs-2018-2022',
      title: 'Functional Bureau Strategy 2018-2022',
      organization: 'Office to Monitor and Combat Trafficking in Persons',
      acronym: 'TIP Office',
      parent: 'U.S. Department of State',
      vision: 'to catalyze global efforts to end human trafficking',
      firstYear: 2018,
      lastYear: 2022,
      source: {
        title: 'Functional Bureau Strategy, Office to Monitor and Combat Trafficking in Persons',
        approvedOn: '2018-09-12',
        lastUpdatedOn: '2021-02-16',
        marking: 'FOR PUBLIC RELEASE',
      },
    },
    jsp: {
      label: 'JSP Goal 1.3',
      quote: 'counter[ing] instability, transnational crime, and violence that threatens U.S. interests',
      text: 'Counter instability, transnational crime, and violence that threaten U.S. interests',
    },
    summary: 'A year of recovery: training came back, and most targets were met.',
    jspStatement: 'The work of the year served JSP Goal 1.3 through stronger criminal justice systems.',
    rollUp: counts,
    previousRollUp: { ...counts, met: counts.met - 1 },
    goals,
    method: { threshold: '10', assessmentNames: assessmentLabels },
    sources: [
      { source: 'TIP Report, 2024 edition', verification: 'secondary', figures: 2 },
      { source: 'Quarterly partner reports', verification: 'official', figures: 1 },
    ],
    illustrative: { figures: 4, texts: 5 },
    signOff: null,
    history: [{ action: 'opened', person: 'P. Planner', at: '2022-10-03T08:00:00.000Z', reason: null }],
  };
};

/** A small review with every state, rating and kind of text in it; not signed off unless told. */
export const reviewFixture = (given: Partial<ReviewDocument> = {}): ReviewDocument => ({ ...draftReview(), ...given });

export const finalReviewFixture = (): ReviewDocument =>
  reviewFixture({
    state: 'final',
    draft: false,
    signOff: { person: 'R. Reviewer', at: '2023-10-20T16:30:00.000Z' },
    history: [
      { action: 'opened', person: 'P. Planner', at: '2022-10-03T08:00:00.000Z', reason: null },
      { action: 'signed_off', person: 'R. Reviewer', at: '2023-10-20T16:30:00.000Z', reason: null },
    ],
  });

export const checksumFixture = '3f9a0c5d7e1b2a4866f0d1c2b3a495867788990011223344556677889900aabb';
