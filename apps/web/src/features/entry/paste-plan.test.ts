import type { EntryRow } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { copiedText } from './copied-text.ts';
import { columnsOfYear, columnsOfYears, type Place, type Sheet } from './grid-moves.ts';
import { beyondEdges, goodOf, type PlanContext, planBlock } from './paste-plan.ts';
import { exampleRow } from './testing/entry-row-example.ts';

const approved = { state: 'approved', value: '4500', version: 3 } as const;
const noTarget = { ...exampleRow('x').entry.target, version: 0, value: null };
const rows: readonly EntryRow[] = [
  exampleRow('1.2-D'),
  exampleRow('1.2-E', { entry: { value: '4500', version: 2, state: 'draft', target: noTarget } }),
  exampleRow('1.2-F', { entry: approved }),
  exampleRow('1.2-G', { row: { kind: 'milestone', decimals: 0 }, entry: { previous: null, target: noTarget } }),
  exampleRow('1.2-H', { row: { kind: 'narrative' } }),
  exampleRow('1.2-I', { entry: { state: 'not_applicable' } }),
];
const sheet: Sheet = { codes: rows.map(({ code }) => code), columns: columnsOfYear };
const context: PlanContext = {
  year: 2022,
  rowAt: (code, year) => (year === 2022 ? rows.find((row) => row.code === code) : undefined),
  lockOf: ({ code }, field) => (code === '1.2-I' && field === 'target' ? 'Only planners may.' : null),
  typed: new Map(),
};

const planned = (code: string, column: Place['column'], text: string) =>
  planBlock([[text]], { code, column }, sheet, context)[0];

describe('what a pasted text makes of a cell', () => {
  it.each([
    ['1.2-D', 'value', '4,870', 'new', null],
    ['1.2-E', 'value', '4,870', 'changed', null],
    ['1.2-E', 'value', '4500', 'unchanged', null],
    ['1.2-E', 'value', ' 4,500.0 ', 'unchanged', null],
    ['1.2-E', 'value', '', 'warned', 'Takes 4,500 back'],
    ['1.2-D', 'value', '', 'unchanged', null],
    ['1.2-D', 'value', '99000', 'warned', 'Over 3 times last year'],
    ['1.2-D', 'value', 'about 40', 'refused', 'Enter a number for FY 2022'],
    ['1.2-D', 'value', '12%', 'refused', 'not in percent'],
    ['1.2-D', 'value', '-', 'refused', 'A dash can mean'],
    ['1.2-D', 'value', 'N/A', 'refused', 'with a reason'],
    ['1.2-I', 'value', 'n.a.', 'unchanged', null],
    ['1.2-F', 'value', '4600', 'changed', 'the reason is asked next'],
    ['1.2-F', 'value', '', 'refused', 'can be corrected, but not emptied'],
    ['1.2-E', 'target', '5,000', 'new', null],
    ['1.2-D', 'target', '5,000', 'changed', null],
    ['1.2-D', 'target', '', 'refused', 'A target is taken back by itself'],
    ['1.2-E', 'target', '', 'unchanged', null],
    ['1.2-I', 'target', '7', 'refused', 'Locked. Only planners may.'],
    ['1.2-I', 'target', '4,400', 'unchanged', null],
    ['1.2-G', 'value', 'Done', 'new', null],
    ['1.2-G', 'value', '7', 'refused', 'Enter 1'],
    ['1.2-H', 'value', 'A text.', 'refused', 'write it beside the grid'],
    ['1.2-D', 'rating', 'Above target', 'refused', 'takes no entries'],
  ] as const)('%s, %s, "%s": %s', (code, column, text, outcome, words) => {
    const cell = planned(code, column, text);
    expect(cell?.outcome).toBe(outcome);
    if (words === null) expect(cell?.sentence).toBeNull();
    else expect(cell?.sentence).toContain(words);
  });

  it.each([
    ['1.2-D', 'value', '(5)', '-5'],
    ['1.2-D', 'value', '4870.0', '4,870'],
    ['1.2-G', 'value', 'Done', 'Done'],
    ['1.2-E', 'value', '', ''],
    ['1.2-D', 'value', 'about 40', ''],
  ] as const)('%s, %s, "%s" is read as "%s"', (code, column, text, becomes) => {
    expect(planned(code, column, text)?.becomes).toBe(becomes);
  });

  it('says nothing of empty cells beside the columns for entries', () => {
    expect(planned('1.2-D', 'rating', '  ')).toBeUndefined();
  });

  it('knows a year that has no such indicator', () => {
    const wide: Sheet = { ...sheet, columns: columnsOfYears([2021, 2022]) };
    const [cell] = planBlock([['5']], { code: '1.2-D', column: 'value-2021' }, wide, context);
    expect(cell?.sentence).toBe('This indicator is not in FY 2021');
  });
});

describe('a block', () => {
  const block = [
    ['4,870', 'x', 'y', 'z'],
    ['1', '', '', ''],
  ];

  it('is laid over the grid from its first cell; what stands beyond the edges is counted and left out', () => {
    const start: Place = { code: '1.2-I', column: 'value' };
    expect(planBlock(block, start, sheet, context)).toHaveLength(3);
    expect(beyondEdges(block, start, sheet)).toEqual({ rows: 1, columns: 1 });
  });

  it('writes only what is new, changed or worth a look', () => {
    const plan = planBlock([['4,870'], ['4500'], ['nonsense']], { code: '1.2-D', column: 'value' }, sheet, context);
    expect(goodOf(plan).map(({ cell }) => cell)).toEqual([{ code: '1.2-D', field: 'value', year: 2022 }]);
  });
});

describe('what a cell gives to the clipboard', () => {
  it.each([
    ['1.2-E', 'value', '4500'],
    ['1.2-D', 'value', ''],
    ['1.2-D', 'target', '4400'],
    ['1.2-D', 'previous', '4310'],
    ['1.2-D', 'indicator', '1.2-D Indicator 1.2-D'],
    ['1.2-D', 'state', 'Not reported'],
    ['1.2-D', 'rating', 'Not rated'],
  ] as const)('%s, %s: "%s"', (code, column, text) => {
    expect(copiedText({ code, column }, context)).toBe(text);
  });
});
