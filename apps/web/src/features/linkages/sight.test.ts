import { expect, test } from 'vitest';
import { chosenFramework, type Sight } from './sight.ts';
import { linkagesExample as page, sightTo } from './testing/linkages-example.ts';

const shape = ({ elements }: Sight) =>
  elements.map(({ element, goals }) => [
    element.code,
    ...goals.map((each) => `${each.goal.code}: ${each.objectives.map(({ code }) => code).join(' ')}`),
  ]);

test('a linked goal stands behind its element with all its objectives, and elements without any are left out', () => {
  expect(shape(sightTo('JSP-2018-2022'))).toEqual([['1.3', '1: 1.1 1.2', '2: 2.1', '5: 5.1']]);
});

test('a linkage of an objective or an indicator brings that objective alone, through its goal', () => {
  expect(shape(sightTo('S-108'))).toEqual([
    ['S1', '1: 1.2'],
    ['S2', '2: 2.1'],
  ]);
});

test('goals that are not linked to the framework are named', () => {
  expect(sightTo('3P').unlinkedGoals.map(({ code }) => code)).toEqual(['5']);
  expect(sightTo('JSP-2018-2022').unlinkedGoals).toEqual([]);
});

test('an address that names no framework, or one that is gone, opens the first', () => {
  expect(chosenFramework(page, undefined)?.code).toBe('JSP-2018-2022');
  expect(chosenFramework(page, 'OLD')?.code).toBe('JSP-2018-2022');
  expect(chosenFramework(page, '3P')?.code).toBe('3P');
  expect(chosenFramework({ ...page, frameworks: [] }, undefined)).toBeUndefined();
});
