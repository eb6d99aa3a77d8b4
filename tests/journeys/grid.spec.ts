import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, hearNothing, type Office, type Persona, test } from './office.ts';

const entry = '/entry?year=2022';

const cell = (page: Page, place: string): Locator => page.locator(`[data-cell="${place}"]`);

const open = async (office: Office, persona: Persona, address = entry, first = '1.2-D:value'): Promise<Page> =>
  openOn(await office.signIn(persona), address, first);

const openOn = async (page: Page, address = entry, first = '1.2-D:value'): Promise<Page> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  await expect(cell(page, first)).toBeVisible();
  return page;
};

/** Pastes as from a spreadsheet: what is on the clipboard, at this cell. */
const paste = async (page: Page, place: string, text: string): Promise<void> => {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await cell(page, place).click();
  await page.keyboard.press('Control+v');
};

const type = async (page: Page, place: string, figure: string): Promise<void> => {
  await cell(page, place).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
};

const recorded = async (page: Page, code: string, year = 2022): Promise<string | null> => {
  const answer = await page.request.get(`/api/strategies/fbs-2018-2022/indicators/${code}/values/${year}`);
  return ((await answer.json()) as { value: string | null }).value;
};

test('a block from a spreadsheet is seen before it is written, undone as one and done again', async ({ office }) => {
  const page = await open(office, 'planner');
  await paste(page, '1.2-D:target', '4,400\t4,870\r\nN/A\t12%\r\n');
  const dialog = page.getByRole('dialog', { name: 'Paste 4 cells' });
  await expect(dialog).toContainText('1 new, 1 unchanged, 2 refused. Nothing is written yet.');
  await expect(dialog).toContainText('This figure is in victims, not in percent');
  await expect(dialog).toContainText('The result is known: only a reviewer may still set a target');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Paste the 1 good cell' }).click();
  await expect(cell(page, '1.2-D:state')).toContainText('Draft');
  await expect.poll(() => recorded(page, '1.2-D')).toBe('4870');
  await cell(page, '1.2-D:value').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => recorded(page, '1.2-D')).toBeNull();
  await page.keyboard.press('Control+y');
  await expect.poll(() => recorded(page, '1.2-D')).toBe('4870');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('2 cells chosen, 2 figures: sum 9,270, from 4,400 to 4,870.')).toBeVisible();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('4400\t4870\r\n');
  await expectAccessible(page);
});

test('what somebody else changed meanwhile is asked about, in a pasted block as in an undone edit', async ({
  office,
}) => {
  const first = await open(office, 'planner');
  const deaf = await office.signIn('planner-2');
  await hearNothing(deaf);
  const second = await openOn(deaf);
  await type(first, '5.1-A:value', '91.5');
  await expect(cell(first, '5.1-A:state')).toContainText('Draft');
  await paste(second, '5.1-A:value', '88\n2');
  await second.getByRole('button', { name: /^Paste the \d good cells?$/ }).click();
  const dialog = second.getByRole('dialog', { name: /Two people changed the value of 5.1-A/ });
  await expect(dialog).toContainText('91.5');
  await dialog.getByRole('radio', { name: /Theirs/ }).check();
  await dialog.getByRole('button', { name: 'Keep this version' }).click();
  await expect(dialog).toBeHidden();
  // The other cell of the block corrects an approved value: its question comes next.
  await expect(second.getByRole('dialog', { name: /Correct the approved value/ })).toBeVisible();
  await second.keyboard.press('Escape');
  await expect.poll(() => recorded(second, '5.1-A')).toBe('91.5');
  await type(second, '5.1-A:value', '90');
  await expect.poll(() => recorded(second, '5.1-A')).toBe('90');
  await cell(first, '5.1-A:value').click();
  await first.keyboard.press('Control+z');
  await expect(first.getByRole('dialog', { name: /Two people changed the value of 5.1-A/ })).toContainText('90');
  expect(await recorded(first, '5.1-A')).toBe('90');
});

test('what is typed without a connection waits, is kept when the page is left, and is sent later', async ({
  office,
}) => {
  const page = await open(office, 'planner');
  // Everything of the page has come before the connection goes.
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await type(page, '1.2-D:value', '4,870');
  await expect(cell(page, '1.2-D:value')).toContainText('waiting to be sent');
  await expect(page.getByText('1 cell waiting for the connection')).toBeVisible();
  await expectAccessible(page);
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  // Another year is opened: what waits is sent all the same.
  await later.goto('/entry?year=2021');
  await expect.poll(() => recorded(later, '1.2-D')).toBe('4870');
  await later.goto(entry);
  await expect(cell(later, '1.2-D:value')).toContainText('4,870');
});

test('all years stand side by side, are worked by keyboard, and the address names what is shown', async ({
  office,
}) => {
  const page = await open(office, 'planner', '/entry?year=2022&columns=all', '1.2-D:value-2022');
  await cell(page, '1.2-D:indicator').focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(cell(page, '1.2-D:value-2022')).toBeFocused();
  await expect(cell(page, '1.2-D:value-2022')).toContainText('required');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, '1.2-D:target-2018')).toBeFocused();
  await expect(page.getByText(/1\.2-D, target FY 2018: locked\./)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Goal').selectOption('2');
  await expect(cell(page, '1.2-D:value-2022')).toBeHidden();
  await page.getByRole('searchbox', { name: 'Find' }).fill('victims');
  await expect(page).toHaveURL(/goal=.*2.*text=victims|text=victims.*goal=.*2/);
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveValue('victims');
  await expect(cell(page, '2.1-A:value-2022')).toBeVisible();
});

test('undo goes to the cell, also in another year; behind a filter it says what it undid; a first target is taken back with a reason', async ({
  office,
}) => {
  const page = await open(office, 'planner');
  await type(page, '1.2-D:value', '4,870');
  await expect.poll(() => recorded(page, '1.2-D')).toBe('4870');
  await page.getByRole('link', { name: 'FY 2021', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: /Value\s*FY 2021/ })).toBeVisible();
  await cell(page, '1.1-A:value').click();
  await page.keyboard.press('Control+z');
  await expect(cell(page, '1.2-D:value')).toBeFocused();
  await expect(page).toHaveURL(/year=2022/);
  await expect.poll(() => recorded(page, '1.2-D')).toBeNull();
  await page.getByLabel('Goal').selectOption('2');
  await cell(page, '2.1-A:value').click();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('1.2-D, value FY 2022 done again: from none to 4,870.').first()).toBeVisible();
  await expect.poll(() => recorded(page, '1.2-D')).toBe('4870');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show 1.2-D' }).click();
  await expect(cell(page, '1.2-D:value')).toBeVisible();
  await type(page, '1.1-B:target', '190');
  await expect(cell(page, '1.1-B:target')).toHaveText(/^190/);
  await cell(page, '1.1-B:target').click();
  await page.keyboard.press('Control+z');
  const dialog = page.getByRole('dialog', { name: /Take back the target of 1\.1-B/ });
  await dialog.getByLabel('Why is it taken back?').fill('Meant for another indicator.');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(cell(page, '1.1-B:target')).toContainText('no target');
  await expect(page.getByText('None: it was taken back.')).toBeVisible();
  await expect(page.getByText('First set: 190.')).toBeVisible();
});

test('of many rows only those in the window are drawn; keyboard, blocks, paper and screen readers have all of them', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  const base = '/api/strategies/fbs-2018-2022/indicators';
  const { definition } = (await (await page.request.get(`${base}/1.2-D`)).json()) as { definition: object };
  for (let at = 0; at < 70; at += 1) {
    const data = { code: `2.1-X${at}`, objective: '2.1', definition: { ...definition, name: `Measure ${at}` } };
    expect((await page.request.post(base, { data })).status()).toBe(201);
  }
  await page.goto(entry);
  await cell(page, '1.1-A:value').click();
  const grid = page.getByRole('grid');
  const lines = () => page.locator('[data-line]').count();
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100);
  expect(await lines()).toBeLessThan(90);
  await page.keyboard.press('Control+End');
  await expect(cell(page, '5.2-D:state')).toBeFocused();
  await expect(cell(page, '5.2-D:state')).toBeInViewport();
  await expect(cell(page, '1.1-B:value')).toHaveCount(0);
  await page.mouse.move(500, 600);
  await page.mouse.wheel(0, -90_000);
  await expect(cell(page, '1.1-B:value')).toBeVisible();
  await expect(cell(page, '5.2-D:state')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, '5.2-C:state')).toBeInViewport();
  await cell(page, '5.2-C:value').click();
  await page.keyboard.press('Control+Shift+ArrowUp');
  await expect(page.getByText(/^99 cells chosen/).first()).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(lines).toBeGreaterThan(100);
});
