import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, type Office, type Persona, test } from './office.ts';

const cell = (page: Page, place: string): Locator => page.locator(`[data-cell="${place}"]`);

/** Opens a screen and waits until it listens to what others do. */
const listening = async (office: Office, persona: Persona, address: string): Promise<Page> => {
  const page = await office.signIn(persona);
  const events = page.waitForResponse((answer) => answer.url().endsWith('/api/events'));
  await page.goto(address);
  await events;
  return page;
};

const enter = async (page: Page, place: string, figure: string): Promise<void> => {
  await cell(page, place).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
};

test('what one enters shows on the other screens, marked and said, and disturbs nobody who types', async ({
  office,
}) => {
  const planner = await listening(office, 'planner', '/entry?year=2022');
  const colleague = await listening(office, 'planner-2', '/entry?year=2022');
  const leader = await listening(office, 'reviewer', '/?year=2022');
  const reported = leader.locator('.key-figure', { hasText: 'Reported' });
  const before = await reported.textContent();
  await cell(colleague, '5.1-A:value').click();
  await colleague.keyboard.type('12');
  await cell(planner, '1.2-D:value').click();
  await enter(planner, '1.2-D:value', '4,500');

  await expect(cell(colleague, '1.2-D:value')).toContainText('4,500');
  await expect(cell(colleague, '1.2-D:value')).toHaveAttribute('data-changed', '');
  const said = 'Dana Whitfield changed the value of 1.2-D for FY 2022';
  await expect(colleague.getByRole('status').filter({ hasText: said })).toBeAttached();
  await expect(colleague.getByLabel('Changes and connection')).toContainText(said);
  await expectAccessible(colleague);
  // the figure that was being typed stands as it was, with the caret in it
  await colleague.keyboard.type('3');
  await expect(cell(colleague, '5.1-A:value').locator('input')).toHaveValue('123');

  await planner.request.post('/api/strategies/fbs-2018-2022/indicators/1.2-D/values/2022/submit', {
    headers: { 'if-match': '"1"' },
  });
  await expect(reported).not.toHaveText(before ?? '');
  await expect(leader.locator('[data-changed]').first()).toBeVisible();
  // the own doing is not announced
  await expect(planner.getByLabel('Changes and connection')).toHaveCount(0);
});

test('where somebody else saves what one is typing, the refreshed screen keeps both versions', async ({ office }) => {
  const planner = await office.signIn('planner');
  const colleague = await listening(office, 'planner-2', '/entry?year=2022');
  await cell(colleague, '1.2-D:value').click();
  await colleague.keyboard.type('46');
  const refreshed = colleague.waitForResponse((answer) => /indicators\?year=2022/.test(answer.url()));
  await planner.request.put('/api/strategies/fbs-2018-2022/indicators/1.2-D/values/2022', {
    headers: { 'if-match': '"0"' },
    data: { value: '4444' },
  });
  await refreshed;
  await colleague.keyboard.type('00');
  await colleague.keyboard.press('Enter');
  await expect(colleague.getByRole('dialog', { name: /Two people changed the value of 1.2-D/ })).toContainText('4,444');
});

test('a stopped server is said in one line, nothing typed is lost, and all comes back by itself', async ({
  office,
}) => {
  const page = await listening(office, 'planner', '/entry?year=2022');
  const startAgain = await office.stop();
  const line = page.getByLabel('Changes and connection');
  await expect(line).toHaveText('The server does not answer. What you type is kept; we try again.', {
    timeout: 15_000,
  });
  await expectAccessible(page);
  await enter(page, '1.2-D:value', '4,500');
  await expect(cell(page, '1.2-D:value')).toContainText('4,500');
  await startAgain();
  await expect(line).toHaveCount(0, { timeout: 15_000 });
  await expect(cell(page, '1.2-D:state')).toContainText('Draft', { timeout: 15_000 });
});

test('a session that ends elsewhere leads to the sign-in, and back', async ({ office }) => {
  const page = await listening(office, 'viewer', '/goals/1?year=2021');
  await page.request.delete('/api/session');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await expect(page).toHaveURL(/\/goals\/1\?year=2021/);
});

test('the key / opens one box, in which everything is found and opened by keys alone', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/goals/1?year=2021');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Codes, names, texts and people' });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');
  await page.keyboard.type('1.2');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('status')).toContainText(/results in \d kinds/);
  const current = dialog.getByRole('option', { selected: true });
  await expect(current).toContainText('Criminal justice');
  await expectAccessible(page);
  await page.keyboard.press('ArrowUp');
  await expect(current).toHaveText(/Show all \d+ results/);
  await expect(box).toHaveAttribute('aria-activedescendant', (await current.getAttribute('id')) ?? 'none');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type('1.2-d');
  await expect(current).toContainText('1.2-D');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/indicators\/1\.2-D\?year=2021/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('the page of results shows every kind, says what a past day means, and takes any words', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/search?q=pandemic&asOf=2021-12-31');
  await expect(page.getByText('2 results in 2 kinds')).toBeVisible();
  await expect(page.getByText('Search looks at today.')).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('pandemic');
  await expectAccessible(page);
  await page.getByRole('link', { name: /^1\.1-C/ }).click();
  await expect(page).toHaveURL(/\/indicators\/1\.1-C\?.*year=2020/);
  await page.goBack();
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.fill('<b>"x" OR*');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing that you may read holds all these words.')).toBeVisible();
  await field.fill('z'.repeat(10_000));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Search for up to 200 characters: shorten what you look for.')).toBeVisible();
  // a slash that is typed opens nothing
  await field.fill('');
  await field.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page);
});
