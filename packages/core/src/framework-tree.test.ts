import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleFrom, type ElementRow, findInElementCode, planFramework, unsupportedElements } from './framework-tree.ts';

const row = (
  number: number,
  code: string,
  parent: string | null,
  text: string | null = `Text of ${code}`,
): ElementRow => ({
  row: number,
  code,
  parent,
  level: 'goal',
  label: `Goal ${code}`,
  text,
  quote: null,
});

const known = (code: string, parent: string | null, linkages = 0) => {
  const { row: _row, ...content } = row(0, code, parent);
  return { ...content, linkages };
};

const outcomes = (plan: ReturnType<typeof planFramework>) =>
  plan.map(({ content, outcome, depth }) => `${'  '.repeat(depth)}${content.code} ${outcome}`);

const refusals = (plan: ReturnType<typeof planFramework>) =>
  plan.filter(({ outcome }) => outcome === 'refused').map(({ sentence }) => sentence);

describe('a first load', () => {
  it('adds each element below its parent, whatever the order of the rows', () => {
    const plan = planFramework([row(2, '1.1', '1'), row(3, '2', null), row(4, '1', null), row(5, '1.2', '1')], []);
    expect(outcomes(plan)).toEqual(['2 added', '1 added', '  1.1 added', '  1.2 added']);
  });

  it.each([
    [
      'an unknown parent',
      [row(2, '1', '9')],
      'There is no element 9: write a parent that stands in the file, or leave the cell empty.',
    ],
    ['a repeated code', [row(2, '1', null), row(3, '1', null)], '1 stands in row 2 already: write each code once.'],
    ['a missing text', [row(2, '1', null, null)], 'Write the text of the element.'],
    ['a missing code', [row(2, '', null)], 'Write a code, for example 1.3.'],
    ['a missing level', [{ ...row(2, '1', null), level: '' }], 'Write the level, for example goal or objective.'],
    ['its own parent', [row(2, 'A', 'A')], 'A > A closes a circle: give one of them another parent, or none.'],
  ])('refuses %s', (_what, rows, sentence) => {
    expect(refusals(planFramework(rows, []))).toEqual([sentence]);
  });

  it('refuses every row of a circle with the path that closes it, and not what only hangs on it', () => {
    const plan = planFramework([row(2, 'A', 'C'), row(3, 'B', 'A'), row(4, 'C', 'B'), row(5, 'D', 'C')], []);
    expect(refusals(plan)).toEqual([
      'A > B > C > A closes a circle: give one of them another parent, or none.',
      'B > C > A > B closes a circle: give one of them another parent, or none.',
      'C > A > B > C closes a circle: give one of them another parent, or none.',
    ]);
    expect(plan.find(({ content }) => content.code === 'D')?.outcome).toBe('added');
  });
});

describe('a later load', () => {
  const recorded = [known('1', null), known('1.1', '1', 2), known('1.2', '1'), known('2', null)];

  it('says what is added, changed, unchanged, gone, and held by its linkages or by what hangs on it', () => {
    const plan = planFramework([row(2, '2', null, 'Other words'), row(3, '3', '2')], recorded);
    expect(outcomes(plan)).toEqual(['2 changed', '  3 added', '1 held', '  1.1 held', '  1.2 gone']);
    expect(plan.map(({ sentence }) => sentence)).toEqual([
      'Changes: text.',
      null,
      '1.1 stays, and is placed under it.',
      '2 linkages lead here: remove or move them first.',
      null,
    ]);
  });

  it('takes a parent that is recorded and not in the file, which then stays', () => {
    const plan = planFramework([row(2, '2.1', '2')], recorded);
    expect(outcomes(plan)).toEqual(['1 held', '  1.1 held', '  1.2 gone', '2 held', '  2.1 added']);
  });

  it('finds a circle that only the recorded elements close', () => {
    expect(refusals(planFramework([row(2, '1', '1.1')], recorded))).toEqual([
      '1 > 1.1 > 1 closes a circle: give one of them another parent, or none.',
    ]);
  });

  it('lets an element that is recorded by its label alone stay so', () => {
    const plan = planFramework([row(2, '1', null, null)], [{ ...known('1', null), text: null }]);
    expect(outcomes(plan)).toEqual(['1 unchanged']);
  });

  it('changes nothing when the same file comes again', () => {
    const rows = recorded.map(({ linkages: _linkages, ...content }, index) => ({ ...content, row: index + 2 }));
    expect(new Set(planFramework(rows, recorded).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  });
});

const anyRows = fc
  .array(fc.tuple(fc.nat({ max: 11 }), fc.option(fc.nat({ max: 11 }), { nil: null })), { maxLength: 12 })
  .map((pairs) =>
    pairs.map(([code, parent], index) => row(index + 2, `E${code}`, parent === null ? null : `E${parent}`)),
  );

it('a chain of 2,000 elements is read like every other tree', () => {
  const rows = Array.from({ length: 2000 }, (_, index) =>
    row(index + 2, `E${index}`, index === 0 ? null : `E${index - 1}`),
  );
  expect(planFramework(rows, []).at(-1)).toMatchObject({ depth: 1999, outcome: 'added' });
});

describe('whatever stands in a file', () => {
  it('every row is answered once, and what is not refused hangs together without a circle', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const plan = planFramework(rows, []);
        expect(plan.map((each) => each.row).sort()).toEqual(rows.map((each) => each.row).sort());
        const parents = new Map(rows.map(({ code, parent }) => [code, parent]).reverse() as [string, string | null][]);
        for (const { content, outcome, sentence } of plan) {
          const cycle = cycleFrom(content.code, parents);
          if (outcome !== 'refused') expect(cycle).toBeNull();
          if (sentence?.includes('circle')) {
            expect(cycle?.[0]).toBe(cycle?.at(-1));
            for (const [index, code] of (cycle ?? []).slice(1).entries())
              expect(parents.get(code)).toBe(cycle?.[index]);
          }
        }
      }),
    );
  });

  it('below a refused or circular element nothing is lost from the preview', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const plan = planFramework(rows, []);
        expect(new Set(plan.map(({ content }) => content.code))).toEqual(new Set(rows.map(({ code }) => code)));
      }),
    );
  });
});

it.each([
  ['1.3', true],
  ['SDG 5.2', true],
  ['C(2)', true],
  ['..', false],
  ['a/b', false],
  ['x'.repeat(41), false],
])('%s as a code: %s', (code, allowed) => {
  expect(findInElementCode(code) === null).toBe(allowed);
});

it('an element is supported by what is linked to it or to anything below it', () => {
  const elements = [known('1', null), known('1.1', '1'), known('1.2', '1'), known('2', null), known('2.1', '2')];
  expect(unsupportedElements(elements, new Set(['1.1']))).toEqual(['1.2', '2', '2.1']);
  expect(unsupportedElements(elements, new Set())).toHaveLength(5);
  expect(unsupportedElements(elements, new Set(['2']))).toEqual(['1', '1.1', '1.2', '2.1']);
});
