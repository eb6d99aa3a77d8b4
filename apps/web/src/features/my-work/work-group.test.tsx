// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { WorkItem } from '../../lib/my-work.ts';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { WorkGroup } from './work-group.tsx';
import { dayWords, groupWork } from './work-words.ts';

afterEach(cleanup);

const item: WorkItem = {
  kind: 'overdue',
  year: 2022,
  indicator: '1.2-D',
  objective: null,
  name: 'People trained',
  section: 'IP',
  day: '2022-11-30',
  late: true,
  reason: 'No value is entered.',
};
const section: WorkItem = { ...item, kind: 'section_to_clear', indicator: null, objective: '2.1', name: 'Referral' };

const show = (kind: WorkItem['kind'], items: WorkItem[], onSeen = vi.fn()) =>
  renderInSite(<WorkGroup kind={kind} items={items} onSeen={onSeen} isBusy={false} />);

test('a value leads to its cell in the grid, a section to its place in the review', async () => {
  const { unmount } = await show('overdue', [item]);
  const cell = screen.getByRole('link', { name: '1.2-D People trained' }).getAttribute('href');
  expect(cell).toBe('/entry?year=2022&indicator=1.2-D');
  unmount();
  await show('section_to_clear', [section]);
  const place = screen.getByRole('link', { name: '2.1 Referral' }).getAttribute('href');
  expect(place).toMatch(/^\/reviews\/2022\?.*objective=/);
});

test('only a reminder, or a mention, can be marked as seen', async () => {
  const onSeen = vi.fn();
  const { unmount } = await show('overdue', [item], onSeen);
  expect(screen.queryByRole('button')).toBeNull();
  unmount();
  await show('reminded', [{ ...item, kind: 'reminded' }], onSeen);
  await userEvent.click(screen.getByRole('button', { name: /Mark as seen.*1\.2-D/ }));
  expect(onSeen).toHaveBeenCalledWith({ kind: 'reminded', indicator: '1.2-D', year: 2022 });
});

test('a mention leads to the discussion of its figure', async () => {
  const onSeen = vi.fn();
  await show('mentioned', [{ ...item, kind: 'mentioned' }], onSeen);
  expect(screen.getByRole('link', { name: '1.2-D People trained' }).getAttribute('href')).toBe(
    '/indicators/1.2-D?year=2022#discussion-of-year',
  );
  await userEvent.click(screen.getByRole('button', { name: /Mark as seen/ }));
  expect(onSeen).toHaveBeenCalledWith({ kind: 'mentioned', indicator: '1.2-D', year: 2022 });
});

test('the day is said with the word that says why it counts', () => {
  expect(dayWords(item)).toBe('Was due Nov. 30, 2022');
  expect(dayWords({ ...item, kind: 'due', late: false })).toBe('Due Nov. 30, 2022');
  expect(dayWords({ ...item, kind: 'to_approve' })).toBe('Submitted on Nov. 30, 2022');
});

test('things are grouped by kind in the order in which they came', () => {
  const groups = groupWork([item, { ...item, indicator: '5.1-A' }, section]);
  expect(groups.map(({ kind, items }) => [kind, items.length])).toEqual([
    ['overdue', 2],
    ['section_to_clear', 1],
  ]);
});
