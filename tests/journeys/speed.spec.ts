import type { Page, Request } from '@playwright/test';
import { expect, test } from './office.ts';
import { screens } from './screens.ts';

/**
 * Layout shift as browsers count it: what moves by itself, not within half a second of a press. Beside it, when a link
 * was last pressed, and when what that asked for stood on the screen.
 */
const watchShifts = `
  window.shifts = [];
  window.pressed = window.painted = 0;
  addEventListener('click', ({ timeStamp }) => { window.pressed = timeStamp; }, true);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources, startTime } of list.getEntries()) {
      if (hadRecentInput) continue;
      const names = sources.slice(0, 4).map(({ node, previousRect: p, currentRect: c }) => (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML?.slice(0, 90) + ' ' + [p.x, p.y, p.width, p.height].map(Math.round) + ' > ' + [c.x, c.y, c.width, c.height].map(Math.round));
      window.shifts.push({ value, at: startTime, names });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  let waiting = false;
  const painted = () => requestAnimationFrame(() => requestAnimationFrame((now) => { window.painted = now; }));
  new MutationObserver(() => {
    const wasWaiting = waiting;
    waiting = document.querySelector('[aria-busy=true]') !== null;
    if (wasWaiting && !waiting) painted();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['aria-busy'] });
`;

/** Data are on their way for a while: what they bring finds its place kept. */
const late = 250;

type Shift = { readonly value: number; readonly at: number; readonly names: readonly string[] };
type Seen = { readonly shifts: readonly Shift[]; readonly pressed: number; readonly painted: number };

const shiftsOf = async (page: Page): Promise<Seen> => {
  // what comes late would move things late
  await page.waitForTimeout(150);
  return page.evaluate<Seen>('({ shifts: window.shifts.splice(0), pressed: window.pressed, painted: window.painted })');
};

const expectStill = (shifts: readonly Shift[], when: string): void => {
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect.soft(sum, `${when} moved: ${JSON.stringify(shifts)}`).toBe(0);
};

/** Opens a screen anew, with its data late by so many milliseconds; `settled` waits until none is under way. */
const dataComeLate = async (page: Page) => {
  let underWay = 0;
  let lateBy = late;
  await page.route('**/api/strategies/**', async (route) => {
    underWay += 1;
    await new Promise((done) => setTimeout(done, lateBy));
    await route.continue();
  });
  const ended = (request: Request) => {
    if (request.url().includes('/api/strategies/')) underWay -= 1;
  };
  page.on('requestfinished', ended).on('requestfailed', ended);
  const load = async (screen: string, by: number): Promise<Seen> => {
    lateBy = by;
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    return shiftsOf(page);
  };
  const settled = async () => {
    // past the half second that the browser excuses
    await page.waitForTimeout(500);
    await expect.poll(() => underWay).toBe(0);
  };
  return { load, settled };
};

type Coming = Awaited<ReturnType<typeof dataComeLate>>;

const yearLink = (page: Page) =>
  page.getByRole('main').getByRole('navigation', { name: 'Year' }).getByRole('link', { name: 'FY 2020' });

/** Leaves room for what a screen adds to its first frame, before the browser's half second is over. */
const half = 400;

/**
 * Another year is other content, of other heights: a browser excuses that for half a second after the press. A machine
 * that took longer to draw it says nothing about the screen, so that the switch is made again, at most twice and with
 * data that come at once. On a machine too slow for that, what moves after the year was drawn is still counted.
 */
const shiftsOfSwitch = async (page: Page, screen: string, { load, settled }: Coming): Promise<readonly Shift[]> => {
  for (let attempt = 1; ; attempt += 1) {
    await yearLink(page).click();
    await expect(page).toHaveTitle(/FY 2020/);
    await settled();
    const { shifts, pressed, painted } = await shiftsOf(page);
    if (shifts.length === 0 || painted - pressed <= half) return shifts;
    if (attempt === 3) return shifts.filter(({ at }) => at > painted + half);
    await load(screen, 0);
  }
};

/** Their heads come with the data, and take more lines on a phone. */
const wrapping = ['/indicators/1.2-D?year=2021', '/linkages?year=2022', '/completeness?year=2022', '/entry?year=2022'];

test('nothing moves by itself while a screen loads and when the year is switched', async ({ office }) => {
  test.setTimeout(300_000);
  const page = await office.signIn('planner');
  await page.addInitScript(watchShifts);
  const coming = await dataComeLate(page);
  for (const screen of screens) {
    expectStill((await coming.load(screen, late)).shifts, `${screen}, loading,`);
    if ((await yearLink(page).count()) === 0) continue;
    expectStill(await shiftsOfSwitch(page, screen, coming), `${screen}, switching the year,`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const screen of wrapping) {
    expectStill((await coming.load(screen, late)).shifts, `${screen}, loading on a phone,`);
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
