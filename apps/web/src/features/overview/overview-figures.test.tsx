// @vitest-environment happy-dom
import type { Overview } from '@fbs/contract';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { OverviewFigures } from './overview-figures.tsx';

afterEach(cleanup);

const counts = {
  indicators: 18,
  above: 3,
  on: 6,
  improved: 2,
  below: 2,
  notRated: 5,
  met: 9,
  rated: 13,
  reported: 15,
  due: 18,
  explanationsMissing: 2,
};
const entries = { returned: 0, overdue: 0, drafts: 0, awaitingApproval: 0, notApplicable: 0, notDue: 0 };

const show = (change: Partial<Overview>) => {
  const review = {
    state: 'open',
    sections: { total: 11, drafting: 3, submitted: 0, returned: 0, cleared: 8 },
  } as const;
  const overview = { year: 2021, rollUp: counts, previousRollUp: null, entries, review, ...change };
  return renderInSite(<OverviewFigures overview={overview as Overview} />);
};

const addressOf = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href');
const frameOf = (label: string) => screen.getByText(label).closest('.key-figure')?.textContent;

test('every figure leads to the list that it counts', async () => {
  await show({ entries: { ...entries, overdue: 2 } });
  expect(addressOf('9 targets met')).toBe('/results?list=met&year=2021');
  expect(addressOf('of 13 rated')).toBe('/results?list=rated&year=2021');
  expect(addressOf('15 reported')).toBe('/results?list=reported&year=2021');
  expect(addressOf('of 18 due')).toBe('/results?list=due&year=2021');
  expect(addressOf('2 overdue')).toBe('/results?list=overdue&year=2021');
  expect(addressOf('2 explanations missing')).toBe('/results?list=explanations_missing&year=2021');
  expect(addressOf('Open')).toBe('/reviews/2021');
});

test.each([
  [{ ...counts, met: 7, rated: 12 }, '2 more than in FY 2020 (7 of 12)'],
  [{ ...counts, met: 10, rated: 12 }, '1 fewer than in FY 2020 (10 of 12)'],
  [{ ...counts, met: 9, rated: 12 }, 'as many as in FY 2020 (9 of 12)'],
  [null, 'no year before it to compare with'],
  [{ ...counts, met: 0, rated: 0 }, 'nothing was rated in FY 2020'],
])('the change of targets met names the year before and its counts', async (previousRollUp, words) => {
  await show({ previousRollUp });
  expect(frameOf('Targets met')).toContain(words);
});

test('the year before is one link away', async () => {
  await show({ previousRollUp: { ...counts, met: 7, rated: 12 } });
  expect(addressOf('7 met in FY 2020')).toBe('/results?list=met&year=2020');
  expect(addressOf('what changed')).toBe('/results?list=met_changed&year=2021');
});

test.each([
  [{ overdue: 2, returned: 1, drafts: 1, awaitingApproval: 3 }, '2 overdue, 1 returned, 1 draft, 3 awaiting approval'],
  [{ notDue: 4 }, 'nothing overdue, 4 not due yet'],
  [{}, 'nothing overdue or returned'],
])('what is not reported is named, the most pressing first', async (change, words) => {
  await show({ entries: { ...entries, ...change } });
  expect(frameOf('Reported')).toContain(words);
});

test('a year in which nothing is rated or due says so, and leads to what there is', async () => {
  await show({ rollUp: { ...counts, met: 0, rated: 0, reported: 0, due: 0 } });
  expect(addressOf('Nothing rated yet')).toBe('/results?list=not_rated&year=2021');
  expect(addressOf('Nothing due yet')).toBe('/results?list=indicators&year=2021');
});
