import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DefinedIndicator, findInDefinition } from './definition-rules.ts';
import { exampleDefinition } from './testing/example-definition.ts';
import type { Computed, IndicatorDefinition } from './types.ts';

const bySex = { dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true };
const share = (numerator: string, denominator: string, category?: string): Computed => ({
  kind: 'share',
  numerator: category === undefined ? { indicator: numerator } : { indicator: numerator, category },
  denominator: { indicator: denominator },
});
const others: readonly DefinedIndicator[] = [
  { code: '1-A', definition: exampleDefinition({ disaggregations: [bySex] }) },
  { code: '1-B', definition: exampleDefinition({ kind: 'percent', computed: share('1-A', '1-A', 'female') }) },
  { code: '1-C', definition: exampleDefinition({ status: 'retired' }) },
  { code: '1-D', definition: exampleDefinition({ kind: 'milestone' }) },
];
const pointersOf = (more: Partial<IndicatorDefinition>, code = '1-X'): string[] =>
  findInDefinition(code, exampleDefinition(more), others).map(({ pointer }) => pointer);

it('finds nothing where everything fits', () => {
  expect(pointersOf({})).toEqual([]);
  expect(pointersOf({ direction: 'maintain', tolerance: '1.5' })).toEqual([]);
  expect(pointersOf({ accumulation: 'cumulative', cumulativeSince: '2017-10-01' })).toEqual([]);
  expect(pointersOf({ kind: 'percent', computed: share('1-A', '1-A', 'male') })).toEqual([]);
});

const cases: readonly (readonly [what: string, more: Partial<IndicatorDefinition>, pointer: string])[] = [
  ['a name of spaces', { name: '  ' }, 'name'],
  ['nothing said to count', { definition: '' }, 'definition'],
  ['a range without a unit', { direction: 'range', unit: ' ' }, 'unit'],
  ['a milestone with decimals', { kind: 'milestone', decimals: 1 }, 'decimals'],
  ['a tolerance where higher is better', { tolerance: '1' }, 'tolerance'],
  ['a tolerance below 0', { direction: 'maintain', tolerance: '-1' }, 'tolerance'],
  ['a tolerance that is no number', { direction: 'maintain', tolerance: '1,5' }, 'tolerance'],
  ['a beginning of what is not cumulative', { cumulativeSince: '2017-10-01' }, 'cumulativeSince'],
  ['a beginning on no day', { accumulation: 'cumulative', cumulativeSince: '2017-02-30' }, 'cumulativeSince'],
  ['a due day that its month has not', { dueRule: { yearsAfter: 0, month: 4, day: 31 } }, 'dueRule'],
  ['a reference without its code', { reference: { vocabulary: 'F list', code: '' } }, 'reference/code'],
  [
    'a baseline that is no number',
    { baseline: { value: '12 or so', period: 'FY 2017', source: '' } },
    'baseline/value',
  ],
  ['a baseline of no period', { baseline: { value: '12', period: '', source: '' } }, 'baseline/period'],
  [
    'a baseline of a narrative',
    { kind: 'narrative', baseline: { value: '1', period: 'FY 2017', source: '' } },
    'baseline/value',
  ],
  ['a breakdown twice', { disaggregations: [bySex, bySex] }, 'disaggregations/1/dimension'],
  [
    'a breakdown without categories',
    { disaggregations: [{ ...bySex, categories: [] }] },
    'disaggregations/0/categories',
  ],
  ['a category twice', { disaggregations: [{ ...bySex, categories: ['a', 'A '] }] }, 'disaggregations/0/categories'],
  ['a formula that is no percentage', { computed: share('1-A', '1-A') }, 'kind'],
  ['a part that is not chosen', { kind: 'percent', computed: share('', '1-A') }, 'computed/numerator'],
  ['a part that is not there', { kind: 'percent', computed: share('1-A', '9-Z') }, 'computed/denominator'],
  ['itself as a part', { kind: 'percent', computed: share('1-X', '1-A') }, 'computed/numerator'],
  ['a computed part', { kind: 'percent', computed: share('1-B', '1-A') }, 'computed/numerator'],
  ['a retired part', { kind: 'percent', computed: share('1-C', '1-A') }, 'computed/numerator'],
  ['a part without figures', { kind: 'percent', computed: share('1-A', '1-D') }, 'computed/denominator'],
  [
    'a category that the part has not',
    { kind: 'percent', computed: share('1-A', '1-A', 'child') },
    'computed/numerator',
  ],
  [
    'a computed figure with a breakdown',
    { kind: 'percent', computed: share('1-A', '1-A'), disaggregations: [bySex] },
    'disaggregations',
  ],
  [
    'a concern that is not said',
    { dataQuality: { items: {}, standards: { validity: { answer: 'concern', note: '', assessedOn: '2022-01-05' } } } },
    'dataQuality/standards/validity/note',
  ],
  [
    'an assessment of no day',
    { dataQuality: { items: {}, standards: { validity: { answer: 'ok', note: '', assessedOn: '' } } } },
    'dataQuality/standards/validity/assessedOn',
  ],
];

it.each(cases)('points at %s', (_what, more, pointer) => {
  expect(pointersOf(more)).toEqual([pointer]);
});

describe('what others take from an indicator', () => {
  const said = (more: Partial<IndicatorDefinition>) => findInDefinition('1-A', exampleDefinition(more), others);

  it('keeps the category that a share is of', () => {
    expect(said({ disaggregations: [{ ...bySex, categories: ['male'] }] })).toEqual([
      {
        pointer: 'disaggregations',
        detail: '1-B is computed from the category "female": keep it, or change 1-B first.',
      },
    ]);
  });

  it('is not retired, and not computed itself, before the other is changed', () => {
    expect(said({ status: 'retired', disaggregations: [bySex] })[0]?.pointer).toBe('status');
    expect(said({ kind: 'percent', computed: { kind: 'targets_set' } })[0]?.pointer).toBe('computed');
  });
});

it('lets no formula stand on another, in whatever order definitions change', () => {
  const codes = ['A', 'B', 'C', 'D'];
  const step = fc.record({
    code: fc.constantFrom(...codes),
    from: fc.constantFrom('', ...codes),
    of: fc.constantFrom(...codes),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const standing = new Map(codes.map((code) => [code, exampleDefinition({ kind: 'percent' })]));
      for (const { code, from, of } of steps) {
        const wanted = exampleDefinition({ kind: 'percent', computed: from === '' ? null : share(from, of) });
        const all = [...standing].map(([each, definition]) => ({ code: each, definition }));
        if (findInDefinition(code, wanted, all).length === 0) standing.set(code, wanted);
      }
      for (const [code, { computed }] of standing) {
        if (computed?.kind !== 'share') continue;
        for (const part of [computed.numerator, computed.denominator]) {
          expect(part.indicator).not.toBe(code);
          expect(standing.get(part.indicator)?.computed).toBeNull();
        }
      }
    }),
  );
});
