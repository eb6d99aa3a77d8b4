// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { Board } from './board.tsx';
import type { Completeness, Counts, OverdueEntry } from './completeness-queries.ts';
import { OverdueList } from './overdue-list.tsx';
import { sectionReminders } from './section-reminders.ts';

afterEach(cleanup);

const priya = { id: 'priya', name: 'Priya Nair' };
const tom = { id: 'tom', name: 'Tom Lindgren' };
const line: OverdueEntry = {
  indicator: '1.2-D',
  name: 'People trained',
  goal: '1',
  section: 'IP',
  owner: null,
  dueDay: '2022-11-30',
  state: 'not_reported',
  receivers: [priya, tom],
  remindedOn: null,
  lock: null,
  rights: { remind: [priya, tom] },
};
const counts: Counts = { indicators: 2, due: 2, reported: 1, percent: 50, oldestOverdue: '2022-11-30' };
const none: Counts = { indicators: 0, due: 0, reported: 0, percent: null, oldestOverdue: null };
const year: Completeness = {
  year: 2022,
  asOf: null,
  dataVersion: 1,
  total: counts,
  goals: [
    { code: '1', shortName: 'Prosecution' },
    { code: '2', shortName: 'Protection' },
  ],
  sections: [
    {
      code: 'IP',
      name: 'International Programs',
      total: counts,
      cells: [
        { goal: '1', ...counts },
        { goal: '2', ...none },
      ],
    },
  ],
  owners: [],
  overdue: [line],
  mail: false,
};

test('a count leads to the rows of the grid that it counts', async () => {
  await renderInSite(<Board completeness={year} />);
  const link = screen.getByRole('link', { name: /1 of 2 \(50%\).*Due since Nov\. 30, 2022.*IP, goal 1/ });
  const query = new URLSearchParams(link.getAttribute('href')?.split('?')[1]);
  expect(Object.fromEntries(query)).toMatchObject({ year: '2022', section: 'IP', role: 'performance' });
  expect(query.get('goal')).toMatch(/1/);
  expect(screen.getByText('No indicators')).toBeDefined();
});

test('a line offers a reminder only where somebody may send one, and else says who has it or why not', async () => {
  const shown = (change: Partial<OverdueEntry>) =>
    renderInSite(
      <OverdueList completeness={{ ...year, overdue: [{ ...line, ...change }] }} strategy="fbs-2018-2022" />,
    );
  const { unmount } = await shown({});
  expect(screen.getByRole('button', { name: 'Remind Priya Nair, Tom Lindgren of 1.2-D' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Remind 2 people in IP of 1 value' })).toBeDefined();
  unmount();
  const second = await shown({ rights: { remind: [] } });
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('With Priya Nair, Tom Lindgren')).toBeDefined();
  second.unmount();
  await shown({ lock: 'The review of FY 2022 is in clearance.', rights: { remind: [] } });
  expect(screen.getByText('The review of FY 2022 is in clearance.')).toBeDefined();
});

test('a section is reminded of what can still be asked for today, and people are counted once', () => {
  const overdue = [
    line,
    { ...line, indicator: '2.1-D', rights: { remind: [priya] } },
    { ...line, rights: { remind: [] } },
  ];
  expect(sectionReminders(overdue).map(({ label, entries }) => [label, entries.length])).toEqual([
    ['Remind 2 people in IP of 2 values', 2],
  ]);
});

test('nothing overdue is said with the year it holds for', async () => {
  await renderInSite(<OverdueList completeness={{ ...year, overdue: [] }} strategy="fbs-2018-2022" />);
  expect(screen.getByText('Nothing is overdue in FY 2022')).toBeDefined();
});
