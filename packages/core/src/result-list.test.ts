import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attentionKinds } from './attention.ts';
import { isInList, type ListedItem, type ResultList, resultLists } from './result-list.ts';
import { rollUp } from './roll-up.ts';
import { entryStates, ratings } from './vocabulary.ts';

const item: ListedItem = {
  role: 'performance',
  state: 'approved',
  due: true,
  rating: 'on_target',
  explanationMissing: false,
  metBefore: true,
  attention: null,
  illustrative: false,
  behindJsp: false,
};
const listsOf = (change: Partial<ListedItem>): ResultList[] =>
  resultLists.filter((list) => isInList(list, { ...item, ...change }));

test.each<[string, Partial<ListedItem>, readonly ResultList[]]>([
  ['met and reported', {}, ['indicators', 'met', 'rated', 'on_target', 'due', 'reported']],
  [
    'missed for the first time',
    { rating: 'below_target', attention: 'below_target', explanationMissing: true },
    [
      'indicators',
      'rated',
      'below_target',
      'due',
      'reported',
      'explanations_missing',
      'met_changed',
      'no_longer_met',
      'attention',
    ],
  ],
  [
    'met for the first time',
    { metBefore: false },
    ['indicators', 'met', 'rated', 'on_target', 'due', 'reported', 'met_changed', 'newly_met'],
  ],
  [
    'reported without a target',
    { rating: 'not_rated', metBefore: null },
    ['indicators', 'not_rated', 'due', 'reported'],
  ],
  [
    'overdue',
    { state: 'not_reported', rating: 'not_rated', metBefore: false },
    ['indicators', 'not_rated', 'due', 'overdue'],
  ],
  [
    'a draft past its day',
    { state: 'draft', rating: 'not_rated', metBefore: false },
    ['indicators', 'not_rated', 'due', 'overdue', 'drafts'],
  ],
  [
    'not due yet',
    { state: 'not_due', due: false, rating: 'not_rated', metBefore: false },
    ['indicators', 'not_rated', 'not_due'],
  ],
  [
    'not applicable, whatever its day',
    { state: 'not_applicable', rating: 'not_rated', metBefore: false },
    ['indicators', 'not_rated', 'not_applicable'],
  ],
  [
    'behind the Joint Strategic Plan',
    { behindJsp: true, metBefore: null },
    ['indicators', 'met', 'rated', 'on_target', 'due', 'reported', 'jsp_reporting'],
  ],
  [
    'context, invented',
    { role: 'context', illustrative: true, metBefore: false, attention: 'falling' },
    ['illustrative'],
  ],
])('what is %s', (_what, change, lists) => {
  expect(listsOf(change)).toEqual(lists);
});

const anyItem: fc.Arbitrary<ListedItem> = fc.record({
  role: fc.constantFrom('performance', 'context'),
  state: fc.constantFrom(...entryStates),
  due: fc.boolean(),
  rating: fc.constantFrom(...ratings),
  explanationMissing: fc.boolean(),
  metBefore: fc.constantFrom(null, true, false),
  attention: fc.constantFrom(null, ...attentionKinds),
  illustrative: fc.boolean(),
  behindJsp: fc.boolean(),
});

test('every count of a roll-up is the length of its list', () => {
  fc.assert(
    fc.property(fc.array(anyItem), (items) => {
      const length = (list: ResultList): number => items.filter((each) => isInList(list, each)).length;
      const counts = rollUp(items);
      expect(counts).toEqual({
        indicators: length('indicators'),
        above: length('above_target'),
        on: length('on_target'),
        improved: length('improved_target_not_met'),
        below: length('below_target'),
        notRated: length('not_rated'),
        met: length('met'),
        rated: length('rated'),
        reported: length('reported'),
        due: length('due'),
        explanationsMissing: length('explanations_missing'),
      });
      expect(counts.reported).toBeLessThanOrEqual(counts.due);
      expect(length('newly_met') + length('no_longer_met')).toBe(length('met_changed'));
      expect(length('met') + length('improved_target_not_met') + length('below_target')).toBe(length('rated'));
    }),
  );
});
