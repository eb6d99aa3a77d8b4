import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, hearNothing, type Office, test } from './office.ts';

const entry = '/entry?year=2022';
const explanation = 'Two courses were added with savings from travel; the awards end in FY 2023.';

const cell = (page: Page, place: string): Locator => page.locator(`[data-cell="${place}"]`);
const keyFigure = (page: Page, name: string): Locator => page.locator('.key-figure').filter({ hasText: name });

/** Types a figure into a cell as one does in a spreadsheet. */
const type = async (page: Page, place: string, figure: string): Promise<void> => {
  await cell(page, place).click();
  await page.keyboard.type(figure);
  await page.keyboard.press('Enter');
};

/** Enters 1.2-D for FY 2022 with its explanation, and submits it. */
const enterAndSubmit = async (page: Page, figure: string): Promise<void> => {
  await page.goto(entry);
  await type(page, '1.2-D:value', figure);
  await expect(cell(page, '1.2-D:state')).toContainText('Draft');
  await cell(page, '1.2-D:value').click();
  const text = page.getByRole('textbox', { name: /Explanation of the deviation/ });
  await text.fill(explanation);
  await text.blur();
  await page.getByRole('complementary').getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(cell(page, '1.2-D:state')).toContainText('Submitted');
};

const approve = async (office: Office): Promise<Page> => {
  const page = await office.signIn('reviewer');
  await page.goto(entry);
  await cell(page, '1.2-D:value').click();
  await page.getByRole('complementary').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(cell(page, '1.2-D:state')).toContainText('Approved');
  return page;
};

test('a planner enters and submits a value, a reviewer approves it, and the overview and the indicator tell of it', async ({
  office,
}) => {
  const planner = await office.signIn('planner');
  await planner.goto('/?year=2022');
  await expect(keyFigure(planner, 'Targets met')).toContainText('8 of 11 rated');
  await expect(keyFigure(planner, 'Reported')).toContainText('13 of 17 due');
  await enterAndSubmit(planner, '4,870');
  const reviewer = await approve(office);
  await reviewer.goto('/?year=2022');
  await expect(keyFigure(reviewer, 'Targets met')).toContainText('9 of 12 rated');
  await expect(keyFigure(reviewer, 'Reported')).toContainText('14 of 17 due');
  await expectAccessible(reviewer);
  await reviewer.goto('/indicators/1.2-D?year=2022');
  await expect(reviewer.getByRole('main')).toContainText('4,870 is 10.7% above the target of 4,400; higher is better');
  await expect(reviewer.getByRole('main')).toContainText(explanation);
  await expect(reviewer.getByRole('main')).toContainText('Dana Whitfield');
  await expectAccessible(reviewer);
});

test('two planners change the same cell: the second sees both versions and loses nothing', async ({ office }) => {
  const [first, second] = [await office.signIn('planner'), await office.signIn('planner-2')];
  await hearNothing(second);
  await Promise.all([first.goto(entry), second.goto(entry)]);
  await expect(cell(first, '5.1-A:value')).toBeVisible();
  await expect(cell(second, '5.1-A:value')).toBeVisible();
  await type(first, '5.1-A:value', '91.5');
  await expect(cell(first, '5.1-A:state')).toContainText('Draft');
  await type(second, '5.1-A:value', '88');
  const dialog = second.getByRole('dialog');
  await expect(dialog).toContainText('88');
  await expect(dialog).toContainText('91.5');
  await expect(dialog).toContainText('Dana Whitfield');
  await expectAccessible(second);
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: /^(Keep|Save|Use)/ }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(second, '5.1-A:value')).toContainText('88.0%');
  const history = await second.request.get('/api/strategies/fbs-2018-2022/indicators/5.1-A/values/2022/history');
  const { vintages } = (await history.json()) as { vintages: { value: string; person: string }[] };
  expect(vintages.map(({ value }) => value)).toEqual(['88', '91.5']);
});

test('a figure that is none is refused at the cell, and what was typed stays', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto(entry);
  await type(page, '1.2-D:value', '9.2.00');
  await expect(cell(page, '1.2-D:value')).toContainText('9.2.00');
  await expect(cell(page, '1.2-D:value')).toContainText('Enter a number for FY 2022');
  await expectAccessible(page);
  await page.reload();
  await expect(cell(page, '1.2-D:value')).toContainText('9.2.00');
  await expect(cell(page, '1.2-D:state')).toContainText('Not saved');
  const saved = await page.request.get('/api/strategies/fbs-2018-2022/indicators/1.2-D/values/2022');
  expect(await saved.json()).toMatchObject({ state: 'not_reported', version: 0, value: null });
});

test('the grid is worked with the keyboard alone', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto(entry);
  await cell(page, '1.1-A:value').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, '1.1-B:value')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, '1.1-B:target')).toBeFocused();
  await cell(page, '1.2-D:value').focus();
  await page.keyboard.type('4500');
  await page.keyboard.press('Escape');
  await expect(cell(page, '1.2-D:state')).toContainText('Not reported');
  await page.keyboard.press('F2');
  await page.keyboard.type('4500');
  await page.keyboard.press('Enter');
  await expect(cell(page, '1.2-D:value')).toContainText('4,500');
  await expect(cell(page, '1.2-D:state')).toContainText('Draft');
});
