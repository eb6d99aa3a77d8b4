import { expect, test } from 'vitest';
import {
  frameworkName,
  goalFacts,
  linkedAnswer,
  listed,
  noneReportingAnswer,
  reportingWords,
  sightName,
  unsupportedAnswer,
  withoutIndicatorAnswer,
} from './linkage-words.ts';
import { linkagesExample as page, sightTo } from './testing/linkages-example.ts';

const words = ({ figure, words }: { figure: string; words: string }) => `${figure} ${words}`;

test('all goals linked, each with its wording', () => {
  const answer = linkedAnswer(sightTo('JSP-2018-2022'));
  expect(words(answer)).toBe('3 of 3 goals are linked to Goal 1.3, each with its wording in the strategy');
  expect(answer.asks).toBe(false);
});

test('a goal that is not linked asks for a look, and a missing wording is said', () => {
  const answer = linkedAnswer(sightTo('3P'));
  expect(words(answer)).toBe('2 of 3 goals are linked to 3P; no wording of the strategy is recorded for it');
  expect(answer.asks).toBe(true);
});

test.each([
  [0, '0 objectives lack a performance indicator: each has at least one'],
  [1, '1 objective has no performance indicator'],
  [2, '2 objectives have no performance indicator'],
])('%i objectives without a performance indicator', (count, expected) => {
  expect(words(withoutIndicatorAnswer(count))).toBe(expected);
});

test.each([
  [0, '0 objectives with performance indicators report nothing: each reports at least one for FY 2021'],
  [1, '1 objective has performance indicators, none of which reports for FY 2021'],
  [2, '2 objectives have performance indicators, none of which reports for FY 2021'],
])('%i objectives that report nothing', (count, expected) => {
  expect(words(noneReportingAnswer(count, 2021))).toBe(expected);
});

test.each([
  ['JSP-2018-2022', '1 of 2 elements of the framework have nothing that supports it'],
  ['3P', '0 of 2 elements of the framework lack a linkage: each has one, itself or below it'],
  ['NONE', '1 of 1 element of the framework has nothing that supports it'],
])('elements of %s that nothing supports', (code, expected) => {
  expect(words(unsupportedAnswer(sightTo(code).framework))).toBe(expected);
});

test('reporting is counted in words, and a missing indicator is not a zero', () => {
  const [some, none, , without] = page.objectives;
  expect(some && reportingWords([some])).toBe('1 of 1 reporting');
  expect(none && reportingWords([none])).toBe('none of 2 reporting');
  expect(without && reportingWords([without])).toBe('no performance indicator');
  expect(reportingWords(page.objectives)).toBe('3 of 6 reporting');
});

test('a goal says what stands behind it, what it is linked to and what it supports', () => {
  const [first, , management] = page.goals;
  expect(first && goalFacts(first, sightTo('JSP-2018-2022'))).toBe(
    '2 objectives, 1 of 3 performance indicators reporting, met 1 of 2 rated, linked to Goal 1.3 (direct)',
  );
  expect(management && goalFacts(management, sightTo('3P'))).toBe(
    '1 objective, no performance indicator, met 1 of 2 rated, not linked to 3P, supports goals 1 and 2',
  );
});

test('what it leads to is the one linked element, or the framework by its short name', () => {
  expect(sightName(sightTo('JSP-2018-2022'))).toBe('Goal 1.3');
  expect(sightName(sightTo('3P'))).toBe('3P');
  expect(frameworkName({ code: 'JSP-2018-2022' })).toBe('JSP 2018–2022');
  expect(frameworkName({ code: 'TVPA-108' })).toBe('TVPA 108');
});

test('a list reads as a sentence', () => {
  expect([[], ['1'], ['1', '2'], ['1', '2', '3']].map(listed)).toEqual(['', '1', '1 and 2', '1, 2 and 3']);
});
