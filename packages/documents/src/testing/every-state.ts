import type { DocumentIndicator } from '@fbs/contract';
import { indicatorFixture } from './indicator-fixture.ts';

type Vintage = DocumentIndicator['vintages'][number];

const vintage = (given: Partial<Vintage> & Pick<Vintage, 'number' | 'action'>): Vintage => ({
  state: 'approved',
  value: null,
  text: null,
  difference: null,
  explanation: null,
  note: null,
  source: null,
  verification: null,
  reason: null,
  person: 'Published record',
  at: '2023-06-24T00:00:00.000Z',
  illustrative: false,
  withheld: false,
  ...given,
});

/** Rated above, on, improved and below target, with an explanation, revised targets and illustrative figures. */
export const ratedIndicators = (): DocumentIndicator[] => [
  indicatorFixture({
    code: '1.2-D',
    name: 'Criminal justice practitioners trained',
    definition: {
      baseline: { value: '5200', period: 'FY 2017', source: 'Partner reports' },
      disaggregations: [{ dimension: 'Sex', categories: ['Women', 'Men'], sumsToTotal: true }],
    },
    years: {
      2019: { value: '6100', target: '6000' },
      2020: { value: '4300', target: '6500', explanation: 'Courses stopped in March.' },
      2021: {
        value: '7481',
        target: '8000',
        targetIllustrative: true,
        explanation: 'Half of the courses were held online.',
      },
      2022: {
        value: '10412',
        target: '9000',
        targetIllustrative: true,
        illustrative: true,
        explanation:
          'Two partners began a year early.\n\n- Online courses reached remote courts\n- One course was held twice',
        source: 'Quarterly partner reports',
        verification: 'official',
      },
    },
    breakdown: [
      { dimension: 'Sex', category: 'Women', value: '4310' },
      { dimension: 'Sex', category: 'Men', value: '6102' },
    ],
  }),
  indicatorFixture({
    code: '1.2-E',
    name: 'Partner countries with a victim-centered curriculum',
    definition: { unit: 'countries' },
    years: {
      2021: { value: '20', target: '20' },
      2022: {
        value: '21',
        target: '20',
        initial: '24',
        afterResult: true,
        restated: true,
      },
    },
    targets: [
      {
        year: 2022,
        number: 1,
        value: '24',
        low: null,
        high: null,
        noTargetReason: null,
        reason: null,
        afterResult: false,
        person: 'P. Planner',
        at: '2021-11-02T10:00:00.000Z',
        illustrative: false,
      },
      {
        year: 2022,
        number: 2,
        value: '20',
        low: null,
        high: null,
        noTargetReason: null,
        reason: 'Two countries left the program',
        afterResult: true,
        person: 'R. Reviewer',
        at: '2022-12-01T10:00:00.000Z',
        illustrative: false,
      },
    ],
    vintages: [
      vintage({ number: 1, action: 'approved', value: '19' }),
      vintage({
        number: 2,
        action: 'corrected',
        value: '21',
        difference: '2',
        reason: 'Two late reports came in',
        person: 'A. Officer',
      }),
    ],
  }),
];

/** One indicator in each state that has no approved value, and the kinds that are not counted in figures. */
export const unratedIndicators = (): DocumentIndicator[] => [
  indicatorFixture({
    code: '2.1-A',
    name: 'Victims referred to services',
    years: { 2021: { value: '870' }, 2022: { state: 'not_due' } },
  }),
  indicatorFixture({
    code: '2.1-B',
    name: 'Shelter places funded',
    definition: { unit: 'places' },
    years: { 2022: { target: '300' } },
  }),
  indicatorFixture({
    code: '2.1-C',
    name: 'Referral guidelines evaluated',
    years: {
      2022: { state: 'not_applicable', notApplicableReason: 'No guideline was due for evaluation', target: '4' },
    },
  }),
  indicatorFixture({
    code: '2.1-D',
    name: 'Hotline calls answered',
    years: { 2022: { value: '0', state: 'draft', target: '50' } },
  }),
  indicatorFixture({
    code: '2.1-E',
    name: 'Days from award to first payment',
    definition: { unit: 'days', direction: 'decrease' },
    years: {
      2021: { value: '60', target: '45', explanation: 'Staff changed.' },
      2022: { value: '52', target: '45', state: 'submitted' },
    },
  }),
  indicatorFixture({
    code: '2.1-F',
    name: 'Awards closed on time',
    definition: { kind: 'percent', unit: 'percent', direction: 'range' },
    years: {
      2021: { value: '93', target: { low: '90', high: '95' } },
      2022: {
        value: '81.5',
        target: { low: '90', high: '95' },
        state: 'returned',
        returnNote: 'Please name the source.',
      },
    },
  }),
  indicatorFixture({
    code: '2.1-G',
    name: 'Guide for survivors published',
    definition: { kind: 'milestone', unit: 'published', level: 'milestone' },
    years: {
      2021: { value: '0', target: '1', explanation: 'Clearance took longer.' },
      2022: { value: '1', target: '1' },
    },
  }),
  indicatorFixture({
    code: '2.1-H',
    name: 'Influence of the annual report',
    definition: { kind: 'narrative', unit: 'text' },
    years: {
      2022: { text: 'Three governments cited the report in debates.', chosenRating: 'on_target', state: 'approved' },
    },
  }),
  indicatorFixture({
    code: '2.1-I',
    name: 'New survivors in the network',
    years: { 2022: { value: '14', noTargetReason: 'The network began this year' } },
  }),
];

export const contextIndicators = (): DocumentIndicator[] => [
  indicatorFixture({
    code: '1.2-C',
    name: 'Labor trafficking share of prosecutions',
    definition: {
      role: 'context',
      kind: 'percent',
      unit: 'percent',
      decimals: 1,
      computed: {
        kind: 'share',
        numerator: { indicator: '1.2-A', category: 'labor' },
        denominator: { indicator: '1.2-A' },
      },
    },
    years: { 2021: { value: '11.2438785504407' }, 2022: { value: '12.9735034347399' } },
  }),
  indicatorFixture({
    code: '1.2-A',
    name: 'Prosecutions worldwide',
    definition: {
      role: 'context',
      unit: 'prosecutions',
      periodBasis: 'calendar_year',
      section: 'RPA',
      direction: 'monitor',
    },
    years: {
      2021: { value: '10572', source: 'TIP Report, 2024 edition', verification: 'secondary' },
      2022: {
        value: '15159',
        source: 'TIP Report, 2024 edition',
        verification: 'secondary',
        restated: true,
        note: 'National reporting is not uniform.',
      },
    },
    vintages: [
      vintage({ number: 1, action: 'published', value: '15150', illustrative: true }),
      vintage({ number: 2, action: 'restated', value: '15159', reason: 'Restated in the 2024 edition' }),
    ],
  }),
];
