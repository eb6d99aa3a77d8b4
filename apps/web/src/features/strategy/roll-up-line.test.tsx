// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { RollUpLine } from './roll-up-line.tsx';

afterEach(cleanup);

const counts = {
  indicators: 4,
  above: 1,
  on: 1,
  improved: 0,
  below: 1,
  notRated: 1,
  met: 2,
  rated: 3,
  reported: 3,
  due: 4,
  explanationsMissing: 0,
};
type Counts = typeof counts;

const show = (rollUp: Counts, previous: Counts | null = null) =>
  renderInSite(<RollUpLine rollUp={rollUp} previous={previous} year={2021} kind="goal" code="2" />);
const words = (container: Element) => container.querySelector('.roll-up p')?.textContent ?? '';
const addressOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

test('counts are said with what they are counts of', async () => {
  const { container } = await show(counts);
  expect(words(container)).toBe('Met 2 of 3 rated, reported 3 of 4 due');
});

test('nothing rated and nothing due are said in words, not as zeros', async () => {
  const { container } = await show({ ...counts, met: 0, rated: 0, reported: 0, due: 0 });
  expect(words(container)).toBe('Nothing is rated yet, nothing is due yet');
});

test.each([
  [1, '+1 met against FY 2020'],
  [3, '−1 met against FY 2020'],
  [2, '0 met against FY 2020'],
])('the change against the year before carries its sign: %i before', async (met, change) => {
  const { container } = await show(counts, { ...counts, met });
  expect(words(container)).toContain(`, ${change}: what changed`);
  expect(addressOf('what changed against FY 2020, goal 2')).toBe('/results?list=met_changed&of=goal-2&year=2021');
});

test('each figure and each part of the bar leads to what it counts', async () => {
  await show(counts);
  expect(addressOf('2 met, goal 2')).toBe('/results?list=met&of=goal-2&year=2021');
  expect(addressOf('3 rated')).toBe('/results?list=rated&of=goal-2&year=2021');
  expect(addressOf('1 below target, goal 2')).toBe('/results?list=below_target&of=goal-2&year=2021');
  expect(screen.queryByRole('link', { name: /improved/ })).toBeNull();
  expect(screen.getByRole('list', { name: 'Performance indicators of goal 2' })).toBeDefined();
});

test('without a performance indicator there is nothing to count', async () => {
  const { container } = await show({ ...counts, indicators: 0 });
  expect(container.textContent).toContain('No performance indicator yet');
});
