// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import type { Attention } from './attention-action.ts';
import { NeedsAttention } from './needs-attention.tsx';

afterEach(cleanup);

const item = (indicator: string, kind: Attention['kind'] = 'below_target'): Attention => ({
  kind,
  indicator,
  name: `Indicator ${indicator}`,
  section: 'IP',
  sentence: `A sentence about ${indicator}.`,
  rating: 'below_target',
  state: 'approved',
  explanationMissing: false,
  open: true,
  illustrative: false,
});

const seven = ['1.1-A', '1.1-B', '1.1-C', '1.2-A', '1.2-B', '2.1-A', '2.1-B'].map((code) => item(code));

const foldedOf = (name: string) => screen.getByText(name).closest('li')?.className;

test('the first five are seen, and asking for all goes on reading at the sixth', async () => {
  await renderInSite(<NeedsAttention items={seven} year={2021} mayEnterIn={() => true} />);
  expect(foldedOf('1.2-B Indicator 1.2-B')).toBe('');
  expect(foldedOf('2.1-A Indicator 2.1-A')).toBe('folded');
  await userEvent.click(screen.getByRole('button', { name: 'All 7' }));
  expect(foldedOf('2.1-B Indicator 2.1-B')).toBe('');
  expect(document.activeElement?.textContent).toBe('2.1-A Indicator 2.1-A');
  expect(screen.getByRole('button', { name: 'First 5' }).getAttribute('aria-expanded')).toBe('true');
});

test('a short list has nothing to unfold', async () => {
  await renderInSite(<NeedsAttention items={seven.slice(0, 5)} year={2021} mayEnterIn={() => true} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('what is overdue leads who may enter values to its cell, and everybody else to the indicator', async () => {
  const overdue = [item('5.1-A', 'overdue')];
  const { unmount } = await renderInSite(<NeedsAttention items={overdue} year={2021} mayEnterIn={() => true} />);
  const entry = screen.getByRole('link', { name: /^Enter.*5.1-A$/ }).getAttribute('href');
  expect(entry).toBe('/entry?year=2021&indicator=5.1-A');
  unmount();
  await renderInSite(<NeedsAttention items={overdue} year={2021} mayEnterIn={() => false} />);
  const indicator = screen.getByRole('link', { name: /^See what is due.*5.1-A$/ }).getAttribute('href');
  expect(indicator).toBe('/indicators/5.1-A?year=2021');
});

test('an invented figure keeps its mark', async () => {
  await renderInSite(
    <NeedsAttention items={[{ ...item('5.1-A'), illustrative: true }]} year={2021} mayEnterIn={() => true} />,
  );
  expect(screen.getByText('illustrative')).toBeDefined();
});

test('nothing to attend to is said with the year it holds for', async () => {
  await renderInSite(<NeedsAttention items={[]} year={2019} mayEnterIn={() => true} />);
  expect(screen.getByText('Nothing needs attention in FY 2019')).toBeDefined();
});
