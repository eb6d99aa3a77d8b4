import { expect, test } from 'vitest';
import { flowGraph, layFlow } from './flow.ts';
import { flowFigures } from './flow-figures.ts';
import { sightTo } from './testing/linkages-example.ts';
import { nodeWords } from './trace.ts';

const sight = sightTo('JSP-2018-2022');
const flow = layFlow(flowGraph(sight));
const { columns, rows } = flowFigures(flow, nodeWords(sight));

test('every line of the drawing is a row, with names and not marks of the program', () => {
  expect(rows).toHaveLength(flow.links.length);
  expect(rows[0]?.slice(0, 3)).toEqual(['Objective 1.1 Laws, goal 1 Prosecution', 'Goal 1 Prosecution', '1']);
});

test('the ratings of a line add up to what reports behind it', () => {
  expect(columns).toHaveLength(8);
  for (const [, , reporting, ...byRating] of rows) {
    expect(byRating.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(reporting));
  }
});
