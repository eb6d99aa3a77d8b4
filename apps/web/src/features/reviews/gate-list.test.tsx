// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import type { GateItem } from './gate-links.ts';
import { GateList } from './gate-list.tsx';

afterEach(cleanup);

const item = (kind: GateItem['kind'], sentence: string, place: Partial<GateItem> = {}): GateItem => ({
  kind,
  blocks: kind !== 'data_quality',
  objective: '3.2',
  indicator: null,
  action: null,
  who: 'Planners',
  sentence,
  ...place,
});

const items = [
  item('value_missing', '3.2-A People trained: submit the value for FY 2022.', { indicator: '3.2-A' }),
  item('narrative_missing', 'Objective 3.2: write the progress narrative.'),
  item('jsp_statement_missing', 'Write the JSP linkage statement.', { objective: null }),
  item('data_quality', '3.2-A People trained: data quality 3 of 5; complete the form.', { indicator: '3.2-A' }),
];

const addressOf = (name: RegExp | string) =>
  screen.getByRole('link', { name, hidden: true }).getAttribute('href') ?? '';

describe('the list of what is missing', () => {
  test('leads each item to the place that mends it', async () => {
    await renderInSite(<GateList year={2022} stage="clearance" items={items} />);
    const entry = new URL(addressOf(/submit the value/), 'http://site');
    expect(entry.pathname).toBe('/entry');
    expect(Object.fromEntries(entry.searchParams)).toEqual({ year: '2022', indicator: '3.2-A' });
    const narrative = new URL(addressOf('Write the progress narrative.'), 'http://site');
    expect(narrative.pathname).toBe('/reviews/2022');
    expect(narrative.searchParams.get('objective')).toContain('3.2');
    expect(narrative.hash).toBe('#narrative');
    expect(addressOf('Write the JSP linkage statement.')).toContain('#jsp-statement');
    expect(addressOf(/complete the form/)).toContain('/indicators/3.2-A');
  });

  test('counts what blocks, and keeps warnings apart', async () => {
    await renderInSite(<GateList year={2022} stage="clearance" items={items} />);
    expect(screen.getByText('3 things are missing.')).toBeTruthy();
    expect(screen.getByText('1 warning')).toBeTruthy();
  });

  test('names what is done as well', async () => {
    await renderInSite(<GateList year={2022} stage="clearance" items={[]} />);
    expect(screen.getByText('Nothing is missing.')).toBeTruthy();
    expect(screen.getByText('Every section is submitted')).toBeTruthy();
  });

  test('groups by whose turn it is, and then names the objective in each line', async () => {
    const mixed = [
      item('value_missing', '3.2-A People trained: submit the value for FY 2022.', { who: 'PEIA' }),
      ...items.slice(1, 3),
    ];
    await renderInSite(<GateList year={2022} stage="clearance" items={mixed} />);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Objective 3.2',
      'FY 2022 as a whole',
    ]);
    await userEvent.click(screen.getByRole('radio', { name: 'By person' }));
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'PEIA',
      'Planners',
    ]);
    expect(screen.getByRole('link', { name: 'Objective 3.2: write the progress narrative.' })).toBeTruthy();
  });
});
