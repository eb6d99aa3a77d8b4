import type { AnyInput } from './client.ts';
import { sampleLinkage } from './linkages.ts';

const definition = {
  name: 'Survivors consulted',
  definition: 'Survivors whom the office consulted in the year.',
  unit: 'people',
  kind: 'number',
  decimals: 0,
  direction: 'increase',
  tolerance: null,
  accumulation: 'annual',
  cumulativeSince: null,
  periodBasis: 'fiscal_year',
  level: 'output',
  role: 'performance',
  status: 'proposed',
  section: 'IP',
  owner: null,
  dataSource: 'Meeting records',
  collectionMethod: null,
  frequency: null,
  dueRule: null,
  limitations: null,
  disaggregations: [],
  reference: null,
  computed: null,
  baseline: null,
  dataQuality: { items: {}, standards: {} },
} as const;

/** A definition that the contract takes; a test changes what it is about. */
export const sampleDefinition = definition;

/** The first words of a strategy. */
export const sampleHead = {
  title: 'Functional Bureau Strategy',
  organization: 'Office to Monitor and Combat Trafficking in Persons',
  acronym: 'TIP Office',
  firstYear: 2023,
  lastYear: 2027,
  vision: 'A world without trafficking.',
  missionSummary: 'Lead the fight.',
} as const;

/** For each writing endpoint that has a body: one that the contract takes. */
export const sampleBodies: Readonly<Record<string, AnyInput['body']>> = {
  signIn: { persona: 'viewer' },
  recordValue: { value: '9500' },
  returnValue: { note: 'Name the source.' },
  explainValue: { explanation: 'The last quarter came in late.' },
  commitImport: { mode: 'all' },
  setTarget: { value: '9300', reason: 'New appropriation.' },
  createIndicator: { code: '2.2-Z', objective: '2.2', definition },
  changeIndicator: { reason: 'Clearer words.', definition: { unit: 'persons' } },
  orderIndicators: { objective: '2.2', codes: ['2.2-B', '2.2-A'] },
  writeNote: { year: 2022, text: 'Two shelters reopened.' },
  addEvidence: { title: 'Training records', url: 'https://www.state.gov/records' },
  addComment: { text: 'Which courses are counted?' },
  loadFramework: { code: 'SDG-2030', title: 'Sustainable Development Goals' },
  addLinkage: sampleLinkage,
  changeLinkage: { ...sampleLinkage, strength: 'enabling', reason: 'The plan was reread.' },
  removeLinkage: { reason: 'Named by mistake.' },
  writeReview: { summary: 'A year of recovery.' },
  returnFromClearance: { note: 'Check the figures.' },
  reopenReview: { reason: 'A figure was wrong.' },
  writeReviewSection: { narrative: 'Services reached more people.' },
  returnReviewSection: { note: 'Say why.' },
  addCorrectiveAction: { what: 'Renew the agreement', who: 'International Programs', dueOn: '2026-09-30' },
  updateCorrectiveAction: { state: 'open', text: 'Under way.' },
  createStrategy: { ...sampleHead, copy: null },
  saveStrategyTree: { ...sampleHead, sections: [], goals: [] },
  setPredecessor: { predecessor: null },
  moveStrategy: { state: 'archived' },
  markSeen: { indicator: '2.2-A', year: 2022 },
  sendReminders: { entries: [{ indicator: '2.2-A', year: 2022 }] },
};
