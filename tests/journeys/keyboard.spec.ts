import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';
import { open } from './screens.ts';

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => (element as unknown as { matches(selector: string): boolean }).matches(':focus'));

/** Walks on with a key until a thing has the focus: what is not reached by it fails. */
const walkTo = async (page: Page, target: Locator, key = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible();
  for (let step = 0; step < 120; step += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
};

const live = (page: Page): Locator => page.locator('[role=status][aria-live=polite]');

test('the first Tab offers the way past the header, and a new page is read from its heading', async ({ office }) => {
  const page = await office.signIn('viewer');
  await open(page, '/?year=2022');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  for (const [part, heading] of [
    ['Goals', 'Prosecution'],
    ['Linkages', 'Line of sight'],
    ['Method', 'Method'],
  ] as const) {
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: part });
    await walkTo(page, link, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /Line of sight/ })).toBeFocused();
});

test('the year is switched in place: the focus stays, and the new year is said', async ({ office }) => {
  const page = await office.signIn('viewer');
  await open(page, '/?year=2022');
  const year = page.getByRole('navigation', { name: 'Year' }).getByRole('link', { name: 'FY 2020' });
  await walkTo(page, year);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/year=2020/);
  await expect(page).toHaveTitle(/FY 2020/);
  await expect(year).toBeFocused();
  await expect(year).toHaveAttribute('aria-current', 'true');
  await expect(live(page)).toHaveText('FY 2020 is shown');
});

test('a past day is chosen and left again without a mouse, and its control gets the focus back', async ({ office }) => {
  const page = await office.signIn('viewer');
  await open(page, '/?year=2022');
  const control = page.getByRole('button', { name: /^As of/ });
  await walkTo(page, control);
  await page.keyboard.press('Enter');
  await expect(control).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByLabel('Day to look back to')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(control).toHaveAttribute('aria-expanded', 'false');
  await expect(control).toBeFocused();
});

test('every point of a chart is read with the arrow keys, and its table opens with a key', async ({ office }) => {
  const page = await office.signIn('viewer');
  await open(page, '/indicators/1.2-D?year=2021');
  const chart = page.locator('.recharts-surface').first();
  await walkTo(page, chart);
  const tip = page.locator('.recharts-tooltip-wrapper').first();
  for (const year of ['FY 2018', 'FY 2019', 'FY 2020', 'FY 2021', 'FY 2022']) {
    await expect(tip).toContainText(year);
    await page.keyboard.press('ArrowRight');
  }
  const toggle = page.getByRole('button', { name: 'View as table' }).first();
  await walkTo(page, toggle);
  await page.keyboard.press('Enter');
  await expect(page.locator('.chart-frame').first().getByRole('table')).toContainText('3,985');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
});

test('the path of an objective is traced from the keyboard, and said in words', async ({ office }) => {
  const page = await office.signIn('viewer');
  await open(page, '/linkages?year=2022');
  const objective = page.getByRole('button', { name: /2\.2.*Services/ });
  await walkTo(page, objective);
  await expect(page.locator('.flow__said [aria-live=polite]')).toContainText(/2\.2.*JSP Goal 1\.3/);
  await expect(page.locator('.flow__said').getByRole('link')).toHaveText('Open objective 2.2');
  await expect(page.locator('.flow__node--lit').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(objective).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(objective).toHaveAttribute('aria-pressed', 'false');
});

test('a value is entered, explained and submitted without a mouse', async ({ office }) => {
  const page = await office.signIn('planner');
  await open(page, '/entry?year=2022');
  const cell = (place: string): Locator => page.locator(`[data-cell="${place}"]`);
  await walkTo(page, page.locator('[role=grid] [data-cell][tabindex="0"]').first());
  for (let step = 0; step < 40 && !(await isFocused(cell('1.2-D:value'))); step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(cell('1.2-D:value')).toBeFocused();
  await page.keyboard.type('4870');
  await page.keyboard.press('Enter');
  await expect(cell('1.2-D:state')).toContainText('Draft');
  await page.keyboard.press('ArrowUp');
  await expect(cell('1.2-D:value')).toBeFocused();
  await walkTo(page, page.getByRole('textbox', { name: /Explanation of the deviation/ }));
  await page.keyboard.type('Two courses were added with savings from travel.');
  await walkTo(page, page.getByRole('complementary').getByRole('button', { name: 'Submit', exact: true }));
  await page.keyboard.press('Enter');
  await expect(cell('1.2-D:state')).toContainText('Submitted');
});

test('a section of the review is written, and what clearance still misses is asked, without a mouse', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  await open(page, '/reviews/2022');
  await walkTo(page, page.getByRole('link', { name: /^1\.2/ }).first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/objective=.*1\.2/);
  const progress = page.getByRole('textbox', { name: /Progress this year/ });
  await walkTo(page, progress);
  await page.keyboard.type('More practitioners were trained than in any year before.');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  const send = page.getByRole('button', { name: /Send to clearance/ });
  await walkTo(page, send, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(send).toBeFocused();
});
