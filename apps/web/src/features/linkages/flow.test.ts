import { expect, test } from 'vitest';
import { bandsOf, flowGraph, layFlow, linePath } from './flow.ts';
import { linkagesExample, sightTo } from './testing/linkages-example.ts';

test('an objective flows to its goal by its reporting performance indicators, a goal to the element by theirs', () => {
  const { links } = flowGraph(sightTo('JSP-2018-2022'));
  expect(links.map(({ source, target, reporting }) => [source, target, reporting])).toEqual([
    ['objective 1.1', 'goal 1', 1],
    ['objective 1.2', 'goal 1', 0],
    ['objective 2.1', 'goal 2', 2],
    ['objective 5.1', 'goal 5', 0],
    ['goal 1', 'element 1.3', 1],
    ['goal 2', 'element 1.3', 2],
    ['goal 5', 'element 1.3', 0],
  ]);
});

test('goals that are not linked stay in the drawing, with nothing flowing on from them', () => {
  const { nodes, links } = flowGraph(sightTo('3P'));
  expect(nodes.map(({ id }) => id)).toContain('goal 5');
  expect(links.filter(({ source }) => source === 'goal 5')).toEqual([]);
});

test('what flows on can be told apart by objective, from the top of the line to its bottom', () => {
  const flow = layFlow(flowGraph(sightTo('JSP-2018-2022')));
  const link = flow.links.find(({ from, to }) => from === 'goal 1' && to === 'element 1.3');
  const [first, second] = link?.strands ?? [];
  expect([first?.objective, second?.objective]).toEqual(['1.1', '1.2']);
  expect((first?.width ?? 0) + (second?.width ?? 0)).toBeCloseTo(link?.width ?? 0);
  expect(first?.start).toBeLessThan(second?.start ?? 0);
});

test('twice as many indicators are twice as thick', () => {
  const flow = layFlow(flowGraph(sightTo('JSP-2018-2022')));
  const widthFrom = (id: string) => flow.links.find(({ from }) => from === id)?.width ?? 0;
  expect(widthFrom('objective 2.1')).toBeCloseTo(2 * widthFrom('objective 1.1'));
});

test.each(['JSP-2018-2022', '3P', 'S-108'])('no two labels of a column of %s come closer than their height', (code) => {
  const { nodes, height } = layFlow(flowGraph(sightTo(code)));
  for (const kind of ['objective', 'goal', 'element'] as const) {
    const middles = nodes.filter((node) => node.kind === kind).map(({ middle }) => middle);
    expect(middles.every((middle) => middle >= 20 && middle <= height - 20)).toBe(true);
    for (const [index, middle] of middles.slice(1).entries()) {
      expect(middle - (middles[index] ?? 0)).toBeGreaterThanOrEqual(44);
    }
  }
});

test('labels of several lines move apart, with their lines', () => {
  const wordy = linkagesExample.objectives.map((objective) => ({
    ...objective,
    shortName: 'A name so long that it takes three lines of its column, and pushes down what follows it',
  }));
  const { nodes, links, height } = layFlow(flowGraph(sightTo('3P', { ...linkagesExample, objectives: wordy })));
  const objectives = nodes.filter(({ kind }) => kind === 'objective');
  for (const [index, node] of objectives.slice(1).entries()) {
    expect(node.middle - (objectives[index]?.middle ?? 0)).toBeGreaterThanOrEqual(node.room);
  }
  const last = objectives.at(-1);
  expect((last?.middle ?? 0) + (last?.room ?? 0) / 2).toBeLessThanOrEqual(height);
  expect(links.find(({ from }) => from === last?.id)?.start).toBeCloseTo(last?.middle ?? 0);
});

test('a year in which nothing reports is drawn all the same', () => {
  const silent = linkagesExample.objectives.map((objective) => ({ ...objective, indicators: [] }));
  const flow = layFlow(flowGraph(sightTo('JSP-2018-2022', { ...linkagesExample, objectives: silent })));
  expect(flow.links.every(({ reporting }) => reporting === 0)).toBe(true);
  expect(flow.nodes.every(({ middle, height }) => Number.isFinite(middle) && Number.isFinite(height))).toBe(true);
});

test('a line leaves and arrives level', () => {
  expect(linePath({ start: 10, end: 42.04 })).toBe('M0 10C50 10 50 42 100 42');
});

test('a line is divided by the ratings of what reports, in order, and fills its thickness', () => {
  const mixed = linkagesExample.objectives.map((objective) => ({
    ...objective,
    indicators: objective.indicators.map((indicator, index) => ({
      ...indicator,
      rating: index === 0 ? ('below_target' as const) : ('above_target' as const),
    })),
  }));
  const flow = layFlow(flowGraph(sightTo('JSP-2018-2022', { ...linkagesExample, objectives: mixed })));
  const line = flow.links.find(({ from }) => from === 'objective 2.1');
  const bands = line === undefined ? [] : bandsOf(line);
  expect(bands.map(({ rating }) => rating)).toEqual(['above_target', 'below_target']);
  expect(bands.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(line?.width ?? 0);
  const [first, second] = bands;
  expect((first?.start ?? 0) - (first?.width ?? 0) / 2).toBeCloseTo((line?.start ?? 0) - (line?.width ?? 0) / 2);
  expect((second?.start ?? 0) + (second?.width ?? 0) / 2).toBeCloseTo((line?.start ?? 0) + (line?.width ?? 0) / 2);
});
