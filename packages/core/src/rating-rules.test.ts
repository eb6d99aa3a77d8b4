import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rate } from './rating.ts';
import { exampleInput } from './rating-example.ts';
import { type RatingRuleName, ratingRuleNames, ratingRuleOf, ratingRules } from './rating-rules.ts';
import { directions } from './vocabulary.ts';

test.each<[Parameters<typeof ratingRuleOf>[0], RatingRuleName | null]>([
  [{ kind: 'number', direction: 'increase', target: '9' }, 'increase'],
  [{ kind: 'percent', direction: 'decrease', target: null }, 'decrease'],
  [{ kind: 'number', direction: 'decrease', target: '0.0' }, 'zero_target'],
  [{ kind: 'number', direction: 'maintain', target: '0' }, 'maintain'],
  [{ kind: 'number', direction: 'range', target: null }, 'range'],
  [{ kind: 'milestone', direction: 'increase', target: '1' }, 'milestone'],
  [{ kind: 'number', direction: 'monitor', target: '9' }, null],
  [{ kind: 'narrative', direction: 'increase', target: null }, null],
])('%o is rated by the rule %s', (facts, rule) => {
  expect(ratingRuleOf(facts)).toBe(rule);
});

const anyFigure = fc.integer({ min: -20, max: 20 }).map(String);

test('no rating comes out that its rule says never comes out', () => {
  const rules = ratingRules('10%');
  fc.assert(
    fc.property(
      fc.constantFrom(...directions),
      anyFigure,
      anyFigure,
      fc.option(anyFigure),
      (direction, value, figure, previous) => {
        const rule = ratingRuleOf({ kind: 'number', direction, target: figure });
        const target =
          direction === 'range' ? { value: null, low: figure, high: '25' } : { value: figure, low: null, high: null };
        const { rating } = rate({ ...exampleInput, direction, target, value, previous, due: true });
        if (rule === null) expect(rating).toBe('not_rated');
        else if (rating !== 'not_rated') expect(rules[rule][rating]).not.toBeNull();
      },
    ),
  );
});

test('every rule says what is met and what is not', () => {
  for (const name of ratingRuleNames) {
    expect(ratingRules('10%')[name].on_target).not.toBeNull();
    expect(ratingRules('10%')[name].below_target).not.toBeNull();
  }
});
