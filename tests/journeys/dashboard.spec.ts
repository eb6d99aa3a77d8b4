import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';

type Figure = { readonly href: string; readonly text: string };

/** Every figure of the page that leads to a list, once. */
const figuresOn = async (page: Page): Promise<Figure[]> => {
  await page.waitForLoadState('networkidle');
  const links = await page.evaluate<Figure[]>(`[...document.querySelectorAll('main a[href^="/results"]')]
    .map((link) => ({ href: link.getAttribute('href'), text: link.textContent }))`);
  return [...new Map(links.map((link) => [link.href, link])).values()];
};

/** How many rows the list has, as a reader counts them, and as its heading says. */
const lengthOf = async (page: Page): Promise<{ rows: number; heading: number }> => {
  const heading = page.getByRole('heading', { level: 1, name: /\(\d+\)$/ });
  const count = Number(/\((\d+)\)$/.exec((await heading.textContent()) ?? '')?.[1]);
  return { rows: await page.locator('main tbody tr').count(), heading: count };
};

test('every figure of the overview leads to a list as long as it says', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/?year=2022');
  const figures = await figuresOn(page);
  expect(figures.length).toBeGreaterThan(45);
  const words = figures.filter(({ text }) => !/\d/.test(text)).map(({ text }) => text);
  expect([...new Set(words)]).toEqual(['what changed']);
  for (const { href, text } of figures.filter((each) => /\d/.test(each.text))) {
    await page.goto(href);
    const said = Number(/\d+/.exec(text)?.[0]);
    expect({ href, ...(await lengthOf(page)) }).toEqual({ href, rows: said, heading: said });
  }
  await expectAccessible(page);
});

test('a list says what it is narrowed to, lets go of it, and leads to the indicator', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/?year=2022');
  await page.getByRole('link', { name: '2 on target, goal 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'On target (2)' })).toBeFocused();
  await page.getByRole('link', { name: 'Take away: Goal 2 Protection' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^On target \([3-9]\)$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Take away: On target' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Performance indicators (18)' })).toBeVisible();
  await page.getByRole('link', { name: /^2\.2-A/ }).click();
  await expect(page).toHaveURL(/indicators\/2\.2-A\?year=2022/);
  await page.goto('/results?year=2022&list=met_changed');
  await expect(page.getByRole('main')).toContainText(/\d newly met, \d no longer met: −2 against FY 2021\./);
  const lost = page.getByRole('link', { name: /^\d no longer met$/ });
  const said = Number.parseInt((await lost.textContent()) ?? '', 10);
  await lost.click();
  await expect(page.getByRole('heading', { level: 1, name: `No longer met (${said})` })).toBeFocused();
  await expect(page.locator('main tbody tr')).toHaveCount(said);
});

const readingScreens = [
  '/?year=2020',
  '/goals/2?year=2020',
  '/objectives/2.1?year=2020',
  '/indicators/2.2-A?year=2020',
  '/results?list=met&year=2020',
  '/linkages?year=2020',
  '/reviews/2020?year=2020',
];

test('[ and ] step through the years in place on every reading screen', async ({ office }) => {
  const page = await office.signIn('viewer');
  for (const screen of readingScreens) {
    await page.goto(screen);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press(']');
    await expect(page, screen).toHaveURL(/2021/);
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    await expect(page, screen).toHaveURL(/2019/);
  }
});

test('another year comes without a flash, is said, and never while somebody types', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/?year=2021');
  await expect(page.getByRole('main')).toContainText('10 of 17 rated');
  await page.evaluate(`new MutationObserver(() => {
    const shown = document.querySelector('main .key-figures') !== null && document.querySelector('main .loading') === null;
    if (!shown) document.body.dataset.flashed = 'yes';
  }).observe(document.querySelector('main'), { childList: true, subtree: true })`);
  await page.keyboard.press(']');
  await expect(page.getByRole('main')).toContainText('8 of 11 rated');
  await expect(page.getByRole('status').first()).toContainText('FY 2022 is shown');
  expect(await page.locator('body').getAttribute('data-flashed')).toBeNull();
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByLabel('Day to look back to').press(']');
  await page.getByLabel('Day to look back to').press('[');
  await expect(page).toHaveURL(/year=2022/);
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('checkbox', { name: /Single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/year=2022/);
});

test('an empty year says what is missing, and to who can mend it where', async ({ office }) => {
  const planner = await office.signIn('planner');
  await planner.goto('/?year=2022&asOf=2020-06-01');
  await expect(planner.getByRole('main')).toContainText('As of June 1, 2020: no value is due for FY 2022 yet');
  await expectAccessible(planner);
  await planner.goto('/results?year=2022&list=met&asOf=2020-06-01');
  await expect(planner.getByRole('main')).toContainText('Nothing is in this list in FY 2022');
});

test('a figure opens its rule, its notes and its parts by keyboard, each also as a table', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/indicators/2.2-A?year=2020');
  await page.getByText('How was this rated?').press('Enter');
  await expect(page.getByText('this one holds').locator('..')).toContainText('under the target, and not higher than');
  const note = page.getByRole('link', { name: /^Note 1, FY 2020/ });
  await note.focus();
  await expect(page.locator('.chart__note-text')).toContainText('Services by telephone');
  await expectAccessible(page);
  await note.press('Escape');
  await expect(page.locator('.chart__note-text')).toHaveCount(0);
  const parts = page.getByRole('figure').filter({ hasText: 'By sex, all years' });
  await expect(parts.getByRole('application')).toBeVisible();
  await parts.getByRole('button', { name: 'View as table' }).press('Enter');
  await expect(parts.getByRole('row', { name: /FY 2020/ })).toContainText('5,276 (66.7%)');
  await page.goto('/indicators/1.2-C?year=2021');
  await expect(page.getByRole('row', { name: /CY 2021/ }).filter({ hasText: '10,572' })).toContainText('1,379');
});
