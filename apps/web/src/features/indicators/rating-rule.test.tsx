// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { HowRated } from './rating-rule.tsx';
import { ShareParts } from './share-parts.tsx';
import { exampleDefinition, examplePage, exampleYear, targetOf } from './testing/indicator-example.ts';

afterEach(cleanup);

const rated = { reason: null, deviation: '-5.0', explanationRequired: true, sentence: '95 is under 100' } as const;

const show = (entry: IndicatorYear, definition: Partial<IndicatorPage['definition']> = {}) =>
  renderInSite(
    <HowRated page={examplePage([entry], { definition: { ...exampleDefinition, ...definition } })} entry={entry} />,
  );

const missed = exampleYear(2021, {
  value: '95',
  target: targetOf('100'),
  previous: { value: '90', label: 'FY 2020' },
  rating: { ...rated, rating: 'improved_target_not_met' },
});

test('the rule that was applied stands with its other outcomes, and the one that holds is named', async () => {
  const { container } = await show(missed, { direction: 'increase' });
  expect(container.textContent).toContain('The rule Higher is better');
  const lines = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(lines).toHaveLength(4);
  const applied = lines.filter((line) => line.textContent?.includes('this one holds'));
  expect(applied.map((line) => line.textContent)).toEqual([
    'Improved, target not metunder the target, but higher than the year before (this one holds)',
  ]);
  expect(container.textContent).toContain('A miss is compared with 90 (FY 2020).');
  expect(screen.getByRole('link', { name: /See the method/ }).getAttribute('href')).toMatch(/^\/method.*#directions$/);
});

test('what is to be kept says its tolerance and has no "above target"', async () => {
  const { container } = await show(missed, { direction: 'maintain', tolerance: '2' });
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(3);
  expect(container.textContent).toContain('The tolerance is 2 either way.');
});

test('what is not rated says why, and leads to the reasons', async () => {
  const { container } = await show(exampleYear(2021), { direction: 'monitor' });
  expect(container.textContent).toContain('Not rated, because of: not reported.');
  expect(container.textContent).toContain('Monitored only');
  expect(screen.getByRole('link', { name: /See the method/ }).getAttribute('href')).toMatch(/#not-rated$/);
});

test('a share lists its two parts for each year, and says where one is missing', async () => {
  const part = {
    indicator: '1.2-A',
    category: null,
    name: 'Prosecutions',
    unit: 'prosecutions',
    kind: 'number',
    decimals: 0,
  } as const;
  const page = examplePage([exampleYear(2020, { value: '10' }), exampleYear(2021)], {
    share: {
      numerator: { ...part, category: 'labor' },
      denominator: part,
      years: [
        { year: 2020, label: 'CY 2020', numerator: '1115', denominator: '11150' },
        { year: 2021, label: 'CY 2021', numerator: null, denominator: '9000' },
      ],
    },
  });
  await renderInSite(<ShareParts page={page} />);
  const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
  expect(rows).toEqual([
    ['Period', '1.2-A Prosecutions: labor', '1.2-A Prosecutions', 'Share'],
    ['CY 2021', 'not reported', '9,000', 'none'],
    ['CY 2020', '1,115', '11,150', expect.stringContaining('10')],
  ]);
});
