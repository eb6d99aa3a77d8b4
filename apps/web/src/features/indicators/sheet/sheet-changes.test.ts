import { expect, test } from 'vitest';
import { exampleDefinition } from '../testing/indicator-example.ts';
import { changesOf, rebase } from './sheet-changes.ts';
import { conflictLines } from './sheet-conflict.ts';

const base = { ...exampleDefinition, dataQuality: { items: { source: 'Awards', limitations: 'None' }, standards: {} } };

test('only what is different is sent', () => {
  expect(changesOf(base, { ...base, unit: 'persons' })).toEqual({ unit: 'persons' });
  const reordered = { ...base, dataQuality: { standards: {}, items: { limitations: 'None', source: 'Awards' } } };
  expect(changesOf(base, reordered)).toEqual({});
});

test('my changes stand on theirs, and what I did not touch stays theirs', () => {
  const mine = { ...base, unit: 'persons', owner: 'Desk A' };
  const theirs = { ...base, owner: 'Desk B', frequency: 'Yearly' };
  expect(rebase(base, mine, theirs)).toEqual({ ...base, unit: 'persons', owner: 'Desk A', frequency: 'Yearly' });
});

test('items of data quality are put together one by one', () => {
  const mine = { ...base, dataQuality: { items: { source: 'Reports', limitations: 'None' }, standards: {} } };
  const theirs = {
    ...base,
    dataQuality: {
      items: { source: 'Awards', verified_how: 'Compared' },
      standards: { validity: { answer: 'ok' as const, note: '', assessedOn: '2022-01-05' } },
    },
  };
  expect(rebase(base, mine, theirs).dataQuality).toEqual({
    items: { source: 'Reports', verified_how: 'Compared' },
    standards: { validity: { answer: 'ok', note: '', assessedOn: '2022-01-05' } },
  });
});

test('a conflict lists every field that either changed, and marks those that both did', () => {
  const mine = { ...base, unit: 'persons', owner: 'Desk A' };
  const theirs = { ...base, owner: 'Desk B', frequency: 'Yearly' };
  const lines = conflictLines(base, mine, theirs).map(({ term, mine: my, theirs: their, isContested }) => [
    term,
    my,
    their,
    isContested,
  ]);
  expect(lines).toEqual([
    ['Unit', 'persons', 'people', false],
    ['Owner', 'Desk A', 'Desk B', true],
    ['Frequency', 'not set', 'Yearly', false],
  ]);
});

test('the same change by both is no conflict', () => {
  const both = { ...base, owner: 'Desk A' };
  expect(conflictLines(base, both, both)).toMatchObject([{ term: 'Owner', isContested: false }]);
});
