import type { EntryRow } from '@fbs/contract';

const target: EntryRow['entry']['target'] = {
  version: 1,
  value: '4400',
  low: null,
  high: null,
  noTargetReason: null,
  initial: { value: '4400', low: null, high: null },
  revised: false,
  afterResult: false,
  illustrative: false,
};

type More = {
  readonly entry?: Partial<EntryRow['entry']>;
  readonly rights?: Partial<EntryRow['rights']>;
  readonly row?: Partial<EntryRow>;
};

/** A row of the grid for tests: nothing is entered yet, and everything may be. */
export const exampleRow = (code: string, more: More = {}): EntryRow => ({
  code,
  name: `Indicator ${code}`,
  objective: '1.2',
  goal: '1',
  position: 1,
  section: 'IP',
  owner: null,
  role: 'performance',
  status: 'proposed',
  kind: 'number',
  unit: 'people',
  decimals: 0,
  direction: 'increase',
  tolerance: null,
  periodBasis: 'fiscal_year',
  level: 'output',
  accumulation: 'annual',
  computed: false,
  baseline: null,
  dataQualityAnswered: 5,
  points: [],
  findings: [],
  resultKnown: false,
  entry: {
    indicator: code,
    year: 2022,
    period: { label: 'FY 2022', start: '2021-10-01', end: '2022-09-30' },
    dueDay: '2022-11-30',
    due: true,
    state: 'not_reported',
    version: 0,
    value: null,
    text: null,
    chosenRating: null,
    withheld: false,
    computed: false,
    notApplicableReason: null,
    returnNote: null,
    explanation: null,
    explanationMissing: false,
    note: null,
    source: null,
    verification: null,
    measuredOn: null,
    illustrative: false,
    restated: false,
    target,
    rating: { rating: 'not_rated', reason: 'not_reported', deviation: null, explanationRequired: false, sentence: '' },
    previous: { value: '4310', label: 'FY 2021' },
    trend: null,
    recorded: null,
    submittedBy: null,
    ...more.entry,
  },
  rights: { enter: true, submit: false, approve: false, return: false, setTarget: true, lock: null, ...more.rights },
  ...more.row,
});
