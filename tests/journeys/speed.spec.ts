import type { Page, Request } from '@playwright/test';
import { expect, test } from './office.ts';
import { screens } from './screens.ts';

/** Cumulative layout shift as browsers count it: what moves by itself, not within half a second of a press. */
const watchShifts = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      const names = sources.slice(0, 4).map(({ node, previousRect: p, currentRect: c }) => (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML?.slice(0, 90) + ' ' + [p.x, p.y, p.width, p.height].map(Math.round) + ' > ' + [c.x, c.y, c.width, c.height].map(Math.round));
      window.shifts.push({ value, names });
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

const data = '**/api/strategies/**';

/** Data are on their way for a while: what they bring finds its place kept. */
const late = 250;

type Shift = { readonly value: number; readonly names: readonly string[] };

const expectStill = async (page: Page, when: string): Promise<void> => {
  // what comes late would move things late
  await page.waitForTimeout(150);
  const shifts = await page.evaluate<Shift[]>('window.shifts.splice(0)');
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect.soft(sum, `${when} moved: ${JSON.stringify(shifts)}`).toBe(0);
};

test('nothing moves by itself while a screen loads and when the year is switched', async ({ office }) => {
  test.setTimeout(180_000);
  const page = await office.signIn('planner');
  await page.addInitScript(watchShifts);
  let underWay = 0;
  await page.route(data, async (route) => {
    underWay += 1;
    await new Promise((done) => setTimeout(done, late));
    await route.continue();
  });
  const ended = (request: Request) => {
    if (request.url().includes('/api/strategies/')) underWay -= 1;
  };
  page.on('requestfinished', ended).on('requestfailed', ended);
  for (const screen of screens) {
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectStill(page, `${screen}, loading,`);
    const year = page
      .getByRole('main')
      .getByRole('navigation', { name: 'Year' })
      .getByRole('link', { name: 'FY 2020' });
    if ((await year.count()) === 0) continue;
    await year.click();
    await expect(page).toHaveTitle(/FY 2020/);
    await page.waitForTimeout(late);
    await expect.poll(() => underWay).toBe(0);
    await expectStill(page, `${screen}, switching the year,`);
  }
});

test('the first screen asks once who is there, and for few files', async ({ office }) => {
  const page = await office.signIn('viewer');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/?year=2022');
  await expect(page.getByRole('main')).toContainText('of 11 rated');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path === '/api/session')).toHaveLength(1);
  expect(asked.filter((path) => path.endsWith('.js')).length).toBeLessThanOrEqual(10);
});
