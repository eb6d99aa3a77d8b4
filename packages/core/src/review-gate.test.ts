import { expect, test } from 'vitest';
import type { GateIndicator, GateInput, GateSection } from './review-gate.ts';
import { isGateOpen, reviewGate } from './review-gate.ts';

const indicator: GateIndicator = {
  code: '1.1-C',
  name: 'Policies passed',
  role: 'performance',
  state: 'approved',
  due: true,
  explanationMissing: false,
  dataQualityAnswered: 5,
  who: 'Priya Nair',
};

const section: GateSection = {
  state: 'cleared',
  assessment: 'on_track',
  suggestion: 'on_track',
  departureReason: null,
  narrative: 'Two laws were passed.',
};

const action = {
  id: 'a1',
  what: 'Train',
  objective: '1.1',
  who: 'International Programs',
  state: 'open',
  openedYear: 2019,
  updatedForYear: 2020,
} as const;

const complete: GateInput = {
  stage: 'sign_off',
  year: 2020,
  summary: 'A good year.',
  jspStatement: 'Supports JSP Goal 1.3.',
  objectives: [{ code: '1.1', section, indicators: [indicator] }],
  actions: [action],
};

const withIndicator = (change: Partial<GateIndicator>): Partial<GateInput> => ({
  objectives: [{ code: '1.1', section, indicators: [{ ...indicator, ...change }] }],
});
const withSection = (change: Partial<GateSection>): Partial<GateInput> => ({
  objectives: [{ code: '1.1', section: { ...section, ...change }, indicators: [indicator] }],
});
const kinds = (change: Partial<GateInput>) => reviewGate({ ...complete, ...change }).map(({ kind }) => kind);

test('a complete review lacks nothing', () => {
  expect(reviewGate(complete)).toEqual([]);
  expect(isGateOpen([])).toBe(true);
});

test.each<[string, Partial<GateInput>, string]>([
  [
    'value_missing',
    withIndicator({ state: 'not_reported' }),
    '1.1-C Policies passed: enter a value for FY 2020, or mark it not applicable with a reason.',
  ],
  ['value_missing', withIndicator({ state: 'draft' }), '1.1-C Policies passed: submit the value for FY 2020.'],
  [
    'explanation_missing',
    withIndicator({ explanationMissing: true }),
    '1.1-C Policies passed: explain how the result departs from the target.',
  ],
  [
    'value_not_approved',
    withIndicator({ state: 'submitted' }),
    '1.1-C Policies passed: approve or return the value for FY 2020.',
  ],
  ['assessment_missing', withSection({ assessment: null }), 'Objective 1.1: choose an assessment.'],
  [
    'departure_reason_missing',
    withSection({ assessment: 'focus_area', departureReason: ' ' }),
    'Objective 1.1: say why the assessment departs from the suggestion.',
  ],
  ['narrative_missing', withSection({ narrative: ' \n\t' }), 'Objective 1.1: write the progress narrative.'],
  ['section_not_submitted', withSection({ state: 'drafting' }), 'Objective 1.1: submit the section.'],
  [
    'section_not_submitted',
    withSection({ state: 'returned' }),
    'Objective 1.1: the section was returned; revise it and submit it again.',
  ],
  [
    'section_not_cleared',
    withSection({ state: 'submitted' }),
    'Objective 1.1: the section waits for a reviewer; clear or return it.',
  ],
  [
    'action_not_updated',
    { actions: [{ ...action, updatedForYear: 2019 }] },
    'Corrective action "Train" is still open; update it for FY 2020, or close it.',
  ],
  ['jsp_statement_missing', { jspStatement: ' ' }, 'Write the JSP linkage statement.'],
  ['summary_missing', { summary: null }, 'Write the summary of the review.'],
])('%s blocks', (kind, change, sentence) => {
  const items = reviewGate({ ...complete, ...change });
  expect(items).toEqual([expect.objectContaining({ kind, blocks: true, sentence })]);
  expect(isGateOpen(items)).toBe(false);
});

test('data quality only warns', () => {
  const items = reviewGate({ ...complete, ...withIndicator({ dataQualityAnswered: 3 }) });
  expect(items).toEqual([
    {
      kind: 'data_quality',
      blocks: false,
      objective: '1.1',
      indicator: '1.1-C',
      action: null,
      who: 'Priya Nair',
      sentence: '1.1-C Policies passed: data quality 3 of 5; complete the form.',
    },
  ]);
  expect(isGateOpen(items)).toBe(true);
});

test('clearance does not ask yet for what reviewers decide', () => {
  const submitted = withIndicator({ state: 'submitted' });
  expect(kinds({ ...submitted, stage: 'clearance' })).toEqual([]);
  expect(kinds({ ...withSection({ state: 'submitted' }), stage: 'clearance' })).toEqual([]);
});

test('context indicators, undue and not applicable values hold nothing up', () => {
  const bad = { state: 'not_reported', explanationMissing: true, dataQualityAnswered: 0 } as const;
  expect(kinds(withIndicator({ ...bad, role: 'context' }))).toEqual([]);
  expect(kinds(withIndicator({ state: 'not_due', due: false }))).toEqual([]);
  expect(kinds(withIndicator({ state: 'not_applicable', due: false }))).toEqual([]);
  expect(kinds(withIndicator({ state: 'frozen' }))).toEqual([]);
});

test('a departure with a reason passes', () => {
  expect(kinds(withSection({ assessment: 'focus_area', departureReason: 'The law was repealed.' }))).toEqual([]);
});

test('actions of this year and closed ones need no update', () => {
  const stale = { ...action, updatedForYear: null };
  expect(kinds({ actions: [{ ...stale, openedYear: 2020 }] })).toEqual([]);
  expect(kinds({ actions: [{ ...stale, state: 'done' }] })).toEqual([]);
  expect(kinds({ actions: [{ ...stale, state: 'dropped' }] })).toEqual([]);
});

test('an item points at what it speaks of', () => {
  const [item] = reviewGate({ ...complete, actions: [{ ...action, updatedForYear: null }] });
  expect(item).toMatchObject({ objective: '1.1', indicator: null, action: 'a1' });
});

test.each<[string, Partial<GateInput>, string]>([
  ['a value', withIndicator({ state: 'not_reported' }), 'Priya Nair'],
  ['a decision on a value', withIndicator({ state: 'submitted' }), 'Reviewers'],
  ['a narrative', withSection({ narrative: null }), 'Planners'],
  ['a decision on a section', withSection({ state: 'submitted' }), 'Reviewers'],
  ['an action', { actions: [{ ...action, updatedForYear: null }] }, 'International Programs'],
  ['the summary', { summary: null }, 'Planners'],
])('says of %s whose turn it is', (_, change, who) => {
  expect(reviewGate({ ...complete, ...change }).map((item) => item.who)).toEqual([who]);
});
