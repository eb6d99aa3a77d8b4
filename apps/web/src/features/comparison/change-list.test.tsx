// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ChangeList } from './change-list.tsx';
import type { ComparedIndicator } from './comparison-queries.ts';

afterEach(cleanup);

const row = (change: Partial<ComparedIndicator>): ComparedIndicator => ({
  code: '1.2-D',
  name: 'Practitioners trained',
  goal: '1',
  objective: '1.2',
  section: 'IP',
  role: 'performance',
  kind: 'number',
  unit: 'people',
  decimals: 0,
  computed: false,
  direction: 'increase',
  from: null,
  to: null,
  difference: null,
  changes: [],
  restatements: [],
  revisions: [],
  definitions: [],
  ...change,
});

const told = { at: '2021-11-10T14:30:00.000Z', person: 'Priya Nair', reason: 'Digits swapped.', illustrative: false };
const target = (value: string) => ({ value, low: null, high: null });
const wordsOf = (change: Partial<ComparedIndicator>, kind: 'years' | 'days' = 'days') =>
  [...render(<ChangeList row={row(change)} kind={kind} />).container.querySelectorAll('li, span.soft')]
    .filter((part) => part.tagName === 'LI' || part.parentElement?.tagName !== 'LI')
    .map((part) => part.textContent?.replace(/\s+/g, ' ').trim());

test('a restatement says both figures, its day, who and why', () => {
  const restatements = [{ year: 2021, ...told, before: '4301', after: '4310' }];
  expect(wordsOf({ changes: ['rating_rose', 'restated'], restatements })).toEqual([
    'Rating rose',
    'FY 2021 restated from 4,301 to 4,310 Nov. 10, 2021, Priya Nair: Digits swapped.',
  ]);
});

test('a worked-out figure is restated by its parts, and by nobody', () => {
  expect(wordsOf({ changes: ['restated'], computed: true })).toEqual([
    'RestatedRecalculated, because its parts changed',
  ]);
});

test('a target revised when its result was known says so, and one that was set names its figure', () => {
  const revisions = [
    { year: 2021, ...told, before: null, after: target('12'), afterResult: false },
    { year: 2021, ...told, reason: null, before: target('12'), after: target('10'), afterResult: true },
  ];
  expect(wordsOf({ changes: ['target_set', 'target_revised_after_result'], revisions })).toEqual([
    'FY 2021 target 12 set Nov. 10, 2021, Priya Nair: Digits swapped.',
    'FY 2021 target revised from 12 to 10, after the result was known Nov. 10, 2021, Priya Nair',
  ]);
});

test('a changed definition names the parts that measure differently', () => {
  const definitions = [{ number: 2, ...told, parts: ['unit' as const, 'baseline' as const] }];
  expect(wordsOf({ changes: ['definition_changed'], definitions })).toEqual([
    'Definition changed: unit, baseline Nov. 10, 2021, Priya Nair: Digits swapped.',
  ]);
});

test('of two years, what is missing in the later one was not taken back', () => {
  expect(wordsOf({ changes: ['no_longer_reported'] }, 'years')).toEqual(['Not reported now']);
  expect(wordsOf({ changes: ['no_longer_reported'] }, 'days')).toEqual(['Taken back']);
  expect(wordsOf({ changes: ['value_changed'] }, 'years')).toEqual(['The figure alone']);
  expect(wordsOf({ changes: [] }, 'years')).toEqual(['Nothing']);
});
