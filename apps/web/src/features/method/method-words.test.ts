import { expect, test } from 'vitest';
import {
  agreementWords,
  comparedWords,
  deviationWords,
  exampleSentence,
  type RatingCase,
  sourceWords,
  targetWords,
  valueWords,
} from './method-words.ts';

const ratingCase = (changes: Partial<RatingCase>): RatingCase => ({
  direction: 'increase',
  target: '9000',
  low: null,
  high: null,
  tolerance: null,
  value: '9548',
  previous: '7481',
  baseline: null,
  rating: 'on_target',
  deviation: '6.1',
  why: 'inside the band',
  sentence: 'A sentence.',
  agrees: true,
  ...changes,
});

test('agreement counts the cases, so that one that differs is seen', () => {
  expect(agreementWords([ratingCase({}), ratingCase({})])).toBe('2 of 2 agree');
  expect(agreementWords([ratingCase({}), ratingCase({ agrees: false })])).toBe('1 of 2 agree');
});

test('a target is a figure, a range, or a figure with its tolerance', () => {
  expect(targetWords(ratingCase({}))).toBe('9,000');
  expect(targetWords(ratingCase({ target: null, low: '90', high: '95' }))).toBe('90 to 95');
  expect(targetWords(ratingCase({ target: '8', tolerance: '1' }))).toBe('8 ± 1');
  expect(targetWords(ratingCase({ target: null }))).toBeNull();
});

test('zero is a value, and a missing one is none', () => {
  expect(valueWords(ratingCase({ value: '0' }))).toBe('0');
  expect(valueWords(ratingCase({ value: null }))).toBeNull();
});

test('the year before is named before the baseline', () => {
  expect(comparedWords(ratingCase({ previous: '46', baseline: '40' }))).toBe('46 the year before; baseline 40');
  expect(comparedWords(ratingCase({ previous: null, baseline: '40' }))).toBe('baseline 40');
  expect(comparedWords(ratingCase({ previous: null }))).toBeNull();
});

test('a deviation is never cut off, and there is none for a target of 0', () => {
  expect(deviationWords(ratingCase({ deviation: '140' }))).toBe('+140.0%');
  expect(deviationWords(ratingCase({ deviation: '-100.0' }))).toBe('−100.0%');
  expect(deviationWords(ratingCase({ deviation: null }))).toBeNull();
});

test('the example of the text is one with a deviation to explain', () => {
  const even = ratingCase({ deviation: '0.0', sentence: 'Exactly.' });
  expect(exampleSentence([even, ratingCase({ sentence: '6.1% above.' })])).toBe('6.1% above.');
  expect(exampleSentence([even])).toBeUndefined();
});

test('sources are counted with their figures', () => {
  const source = { source: 'S', verification: 'official', knownOn: '2020-06-25' };
  expect(
    sourceWords([
      { ...source, figures: 28 },
      { ...source, figures: 1 },
    ]),
  ).toBe('29 figures from 2 sources');
});
