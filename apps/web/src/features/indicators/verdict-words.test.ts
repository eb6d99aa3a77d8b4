import { expect, test } from 'vitest';
import { styleOf } from './indicator-style.ts';
import { exampleDefinition, exampleYear, targetOf } from './testing/indicator-example.ts';
import { mendingOf, verdictOf } from './verdict-words.ts';

const people = styleOf(exampleDefinition);
const rated = {
  rating: 'on_target',
  reason: null,
  deviation: '7.8',
  explanationRequired: false,
  sentence: '4,310 is 7.8% above the target of 4,000; higher is better; within the 10% band: on target',
} as const;

const reported = exampleYear(2021, { value: '4310', target: targetOf('4000'), rating: rated });

test('a rated figure stands beside its target, with the sentence that says how it was rated', () => {
  expect(verdictOf(reported, people, 'IP')).toEqual({
    figure: '4,310',
    isWord: false,
    beside: 'target 4,000 people',
    sentences: [`${rated.sentence}.`],
  });
});

test('a figure without a target names its unit instead', () => {
  expect(verdictOf(exampleYear(2021, { value: '4310' }), people, 'IP').beside).toBe('people');
});

test('a reported zero is a figure, and a missing one is a word', () => {
  expect(verdictOf(exampleYear(2021, { value: '0' }), people, 'IP').figure).toBe('0');
  expect(verdictOf(exampleYear(2021), people, 'IP')).toMatchObject({ figure: 'Not reported', isWord: true });
});

test('a year before the indicator says why nothing is due, and names no day', () => {
  const sentence = 'The indicator was added after this period was over, so that no value is due: not rated';
  const entry = exampleYear(2018, {
    state: 'not_due',
    rating: { rating: 'not_rated', reason: 'new_indicator', deviation: null, explanationRequired: false, sentence },
  });
  expect(verdictOf(entry, people, 'IP').sentences).toEqual([`${sentence}.`]);
});

test.each([
  ['not_due', {}, 'Not due', 'Due on Nov. 30, 2021.'],
  ['not_reported', {}, 'Not reported', 'It was due on Nov. 30, 2021; IP or a planner can enter it.'],
  ['not_applicable', { notApplicableReason: 'no award was made' }, 'Not applicable', 'Reason: no award was made.'],
  ['draft', { withheld: true }, 'Draft', 'IP has begun an entry; you can see it once it is submitted.'],
  ['draft', { value: '5' }, '5', 'A draft: IP has not submitted it yet.'],
  ['submitted', { value: '5' }, '5', 'Submitted; it waits for a reviewer.'],
  ['returned', { value: '5', returnNote: 'Which quarter?' }, '5', 'Returned to IP with the note: “Which quarter?”'],
] as const)('%s with %o says so in words', (state, facts, figure, sentence) => {
  const verdict = verdictOf(exampleYear(2021, { ...facts, state }), people, 'IP');
  expect(verdict.figure).toBe(figure);
  expect(verdict.sentences).toContain(sentence);
});

test.each(['approved', 'frozen'] as const)('%s adds nothing to the rating', (state) => {
  expect(verdictOf({ ...reported, state }, people, 'IP').sentences).toHaveLength(1);
});

test('an entered value that is not submitted is never said to be missing', () => {
  const [first] = verdictOf(exampleYear(2021, { value: '5', state: 'draft' }), people, 'IP').sentences;
  expect(first).toBe('This value is not rated: it does not count until it is submitted.');
});

test('a computed figure that is missing is not asked from a section', () => {
  const verdict = verdictOf(exampleYear(2021, { computed: true }), people, 'IP');
  expect(verdict.sentences).toContain('It is worked out from other figures, and one of them is missing.');
});

test('a milestone is done or not done, and has no target figure beside it', () => {
  const milestone = { kind: 'milestone', decimals: 0, unit: 'published' } as const;
  const verdict = verdictOf(exampleYear(2021, { value: '0', target: targetOf('1') }), milestone, 'PEIA');
  expect(verdict).toMatchObject({ figure: 'Not done', isWord: true, beside: null });
});

test('a narrative stands in words', () => {
  const narrative = { kind: 'narrative', decimals: 0, unit: '' } as const;
  expect(verdictOf(exampleYear(2021, { text: 'Much was done.' }), narrative, 'IP').figure).toBe('In words');
});

test.each([
  ['not_reported', {}, 'Enter the value'],
  ['draft', { value: '5' }, 'Finish the draft'],
  ['returned', { value: '5' }, 'Revise and submit again'],
  ['approved', { value: '5', explanationMissing: true }, 'Explain'],
] as const)('%s can be mended', (state, facts, label) => {
  expect(mendingOf(exampleYear(2021, { ...facts, state }))?.label).toBe(label);
});

test('what is in order, not due, or worked out has nothing to mend', () => {
  expect(mendingOf(reported)).toBeNull();
  expect(mendingOf(exampleYear(2021, { state: 'not_due' }))).toBeNull();
  expect(mendingOf(exampleYear(2021, { computed: true }))).toBeNull();
});
