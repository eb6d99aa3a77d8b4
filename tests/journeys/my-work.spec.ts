import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';

const explanation = 'Two courses were added with savings from travel; the awards end in FY 2023.';
const asked = /1\.2-D Criminal justice/;

const group = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });
const count = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^My work/ });

const stateCell = (page: Page): Locator => page.locator('[data-cell^="1.2-D:state"]').first();

/** Enters the figure that the grid opened with, explains it and submits it. */
const enterAndSubmit = async (page: Page): Promise<void> => {
  await page.locator('[data-cell^="1.2-D:value"]').first().click();
  await page.keyboard.type('4,870');
  await page.keyboard.press('Enter');
  await page.locator('[data-cell^="1.2-D:value"]').first().click();
  const text = page.getByRole('textbox', { name: /Explanation of the deviation/ });
  await text.fill(explanation);
  await text.blur();
  await page.getByRole('complementary').getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(stateCell(page)).toContainText('Submitted');
};

test('whoever enters or decides begins with My work, and comes back to an address that was asked for', async ({
  office,
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: office.address })).newPage();
  await page.goto('/');
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await expect(page).toHaveURL(/\/my-work/);
  await expect(page.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/method');
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await expect(page).toHaveURL(/\/method/);
  await page.context().clearCookies();
  await page.goto('/');
  await page.getByRole('radio', { name: /Nina Sorensen/ }).check();
  await page.getByRole('button', { name: 'Sign in as Nina Sorensen' }).click();
  await expect(page).toHaveURL(/\/(\?.*)?$/);
  await expect(count(page)).toHaveCount(0);
  await page.context().close();
});

test('a planner reminds, the contributor finds it first and reports, the reviewer approves, and each list is fresh', async ({
  office,
}) => {
  const planner = await office.signIn('planner');
  await planner.goto('/completeness?year=2022');
  const overdue = group(planner, 'Overdue');
  const remind = overdue.getByRole('button', { name: /Remind Priya Nair.*1\.2-D/ });
  await expect(remind).toBeVisible();
  await expectAccessible(planner);
  await remind.focus();
  await planner.keyboard.press('Enter');
  await expect(overdue.getByText('Reminded Priya Nair of 1.2-D for FY 2022.')).toBeVisible();
  await expect(remind).toHaveCount(0);
  await overdue.getByRole('button', { name: 'Remind 1 person in IP of 2 values' }).click();
  await expect(overdue.getByText('Reminded Priya Nair of 2 values.')).toBeVisible();
  await expectAccessible(planner);

  const contributor = await office.signIn('contributor');
  await contributor.goto('/my-work');
  await expect(count(contributor)).toHaveText(/^My work\s*3 to do$/);
  await expect(contributor.getByRole('heading', { level: 2 }).first()).toHaveText('Asked of you (3)');
  await expectAccessible(contributor);
  await contributor.getByRole('button', { name: /Mark as seen.*1\.2-D/ }).click();
  await expect(group(contributor, 'Overdue').getByRole('link', { name: asked })).toBeVisible();
  await group(contributor, 'Overdue').getByRole('link', { name: asked }).click();
  await expect(contributor).toHaveURL(/\/entry\?.*indicator=1\.2-D/);
  await enterAndSubmit(contributor);
  await count(contributor).click();
  await expect(count(contributor)).toHaveText(/^My work\s*2 to do$/);
  await expect(contributor.getByRole('link', { name: asked })).toHaveCount(0);

  const reviewer = await office.signIn('reviewer');
  await reviewer.goto('/my-work');
  await group(reviewer, 'Waiting for your approval').getByRole('link', { name: asked }).click();
  await reviewer.getByRole('complementary').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(stateCell(reviewer)).toContainText('Approved');
  const goesOn = reviewer.getByRole('complementary').getByRole('link', { name: /^(Next: \d.* \(.+\)|Go to My work)$/ });
  await expect(goesOn).toBeVisible();
  await count(reviewer).click();
  await expect(reviewer.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible();
  await expect(reviewer.getByRole('link', { name: asked })).toHaveCount(0);
});

test('a cell of the board leads to its own rows of the grid', async ({ office }) => {
  const page = await office.signIn('reviewer');
  await page.goto('/completeness?year=2022');
  await page.getByRole('link', { name: /1 of 2 \(50%\).*IP, goal 1$/ }).click();
  await expect(page).toHaveURL(/\/entry\?/);
  await expect(page.getByRole('combobox', { name: 'Goal' })).toHaveValue('1');
  await expect(page.getByRole('combobox', { name: 'Section' })).toHaveValue('IP');
  await expectAccessible(page);
});

test('who is mentioned finds it in My work, is led to the words in one click, and is done with it by reading them', async ({
  office,
}) => {
  const planner = await office.signIn('planner');
  const address = '/api/strategies/fbs-2018-2022/indicators/1.2-D/discussion/2022';
  const said = await planner.request.post(address, {
    data: { text: 'Is the last quarter in, @Ruth Calloway?', mentions: ['reviewer'] },
  });
  expect(said.status()).toBe(201);
  const reviewer = await office.signIn('reviewer');
  await reviewer.goto('/my-work');
  const mine = group(reviewer, 'Said to you');
  await expect(mine).toContainText('mentioned you: “Is the last quarter in, @Ruth Calloway?”');
  await expectAccessible(reviewer);
  await mine.getByRole('link', { name: /^1\.2-D/ }).click();
  await expect(reviewer.getByText('Is the last quarter in, @Ruth Calloway?')).toBeInViewport();
  await expect(reviewer.getByRole('heading', { name: /^Discussion of FY 2022/ })).toBeFocused();
  await count(reviewer).click();
  await expect(reviewer.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible();
  await expect(mine).toHaveCount(0);
  const other = await office.signIn('reviewer-2');
  await other.goto('/my-work');
  await expect(other.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible();
  await expect(group(other, 'Said to you')).toHaveCount(0);
});
