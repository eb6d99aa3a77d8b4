// @vitest-environment happy-dom
import type { Overview } from '@fbs/contract';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { YearGap } from './year-gap.tsx';

afterEach(cleanup);

const show = (counts: Partial<Overview['rollUp']>, asOf: string | null = null) =>
  renderInSite(<YearGap overview={{ year: 2022, asOf, rollUp: { rated: 0, reported: 0, ...counts } } as Overview} />);

test('who may enter values is led to where they are entered', async () => {
  await show({ indicators: 18, due: 4 });
  expect(screen.getByRole('link', { name: 'Enter values for FY 2022' }).getAttribute('href')).toBe('/entry?year=2022');
});

test('who may not mend it is told who can', async () => {
  const { container } = await show({ indicators: 18, due: 4, reported: 4 });
  expect(container.textContent).toContain('4 values are reported, and none has a target');
  expect(container.textContent).toContain('Planners and reviewers set targets.');
  expect(screen.queryByRole('link')).toBeNull();
});

test('a strategy without indicators says who defines the first', async () => {
  const { container } = await show({ indicators: 0 });
  expect(container.textContent).toContain('A planner can define the first one.');
});

test('on a past day nothing can be mended', async () => {
  const { container } = await show({ indicators: 18, due: 4 }, '2020-12-31');
  expect(container.textContent).toContain('As of Dec. 31, 2020');
  expect(screen.queryByRole('link')).toBeNull();
});

test('a year with results says nothing', async () => {
  const { container } = await show({ indicators: 18, due: 4, reported: 4, rated: 1 });
  expect(container.textContent).toBe('');
});
