import { expect, test } from 'vitest';
import { exampleDefinition } from '../testing/indicator-example.ts';
import { draftOf, emptyDraft, type SheetDraft } from './sheet-draft.ts';
import { errorsOfServer, findInSheet } from './sheet-errors.ts';

const place = { objective: '1.1', code: '1.1-B' };
const fieldsOf = (
  draft: SheetDraft,
  taken: readonly string[] | null,
  parts = [] as Parameters<typeof findInSheet>[1]['parts'],
) => findInSheet(draft, { taken, parts }).map(({ field }) => field);

test('an empty sheet lists what is missing from top to bottom', () => {
  expect(fieldsOf(emptyDraft({ objective: '', code: '' }), [])).toEqual([
    'objective',
    'name',
    'definition',
    'unit',
    'section',
  ]);
});

test('the code of a new indicator has to be free; that of an old one is not asked', () => {
  expect(fieldsOf(draftOf(exampleDefinition, place), ['1.1-B'])).toEqual(['code']);
  expect(fieldsOf(draftOf(exampleDefinition, place), null)).toEqual([]);
});

test('a part of a formula is judged where it is known here, and left to the server where not', () => {
  const draft: SheetDraft = {
    ...draftOf({ ...exampleDefinition, kind: 'percent' }, place),
    origin: 'share',
    numerator: { indicator: '1.2-A', category: 'child' },
    denominator: { indicator: '', category: '' },
  };
  expect(fieldsOf(draft, null)).toEqual(['computed/denominator']);
  const known = [{ code: '1.2-A', definition: exampleDefinition }];
  expect(fieldsOf(draft, null, known)).toEqual(['computed/numerator', 'computed/denominator']);
});

test('the server points at the same fields', () => {
  expect(
    errorsOfServer([
      { pointer: '/definition/baseline/value', detail: 'Write a number.' },
      { pointer: '/code', detail: 'Choose another code.' },
    ]),
  ).toEqual([
    { field: 'code', message: 'Choose another code.' },
    { field: 'baseline/value', message: 'Write a number.' },
  ]);
});
