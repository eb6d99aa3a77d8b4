import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';

const api = '/api/strategies/fbs-2018-2022/indicators';

const dialog = (page: Page) => page.getByRole('dialog');
const save = (page: Page) => page.getByRole('button', { name: 'Look at the changes and save' });

/** Looks at the changes, gives the reason and saves. */
const saveBecause = async (page: Page, reason: string): Promise<void> => {
  await save(page).click();
  await dialog(page).getByRole('textbox', { name: 'Reason for the change' }).fill(reason);
  await dialog(page).getByRole('button', { name: 'Save the new version' }).click();
};

test('a planner defines an indicator of an objective, is told what to mend, and adopts it', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/objectives/2.2?year=2022');
  await page.getByRole('link', { name: 'Add an indicator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New indicator');
  await expect(page.getByRole('textbox', { name: 'Code', exact: true })).toHaveValue('2.2-C');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save as proposed' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('4 things to fix');
  await expectAccessible(page);
  await summary.getByRole('link', { name: 'Write the name of the indicator.' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Survivors consulted');
  await page.getByRole('textbox', { name: 'What counts' }).fill('Survivors whom the office consulted in the year.');
  await page.getByRole('textbox', { name: 'Unit' }).fill('people');
  await page.getByRole('combobox', { name: 'Section' }).selectOption('IP');
  await page.getByRole('button', { name: 'Save as proposed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2.2-C Survivors consulted');
  await page.getByRole('button', { name: 'Adopt', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Agreed at the planning meeting.');
  await dialog(page).getByRole('button', { name: 'Adopt', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('1 earlier version')).toBeVisible();
  expect(await (await page.request.get(`${api}/2.2-C`)).json()).toMatchObject({ definition: { status: 'adopted' } });
  await page.getByRole('button', { name: 'Retire', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Counted elsewhere.');
  await dialog(page).getByRole('button', { name: 'Retire', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Adopt again' })).toBeVisible();
  await page.getByRole('link', { name: 'Objective 2.2 Services' }).click();
  await expect(page.getByRole('main')).toContainText('Retired, and not counted any more: 2.2-C Survivors consulted');
});

test('a change is shown side by side, asks for its reason, and stays in the versions', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/indicators/2.2-A?year=2022');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('combobox', { name: 'Direction' }).selectOption({ label: 'To be kept' });
  await page.getByRole('textbox', { name: /^Tolerance/ }).fill('1,5');
  await save(page).click();
  await expect(page.getByRole('alert')).toContainText('Write a tolerance of 0 or more');
  await page.getByRole('textbox', { name: /^Tolerance/ }).fill('50');
  await save(page).click();
  await expect(dialog(page).getByRole('table')).toContainText('To be kept, within 50');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Save the new version' }).click();
  await expect(dialog(page)).toContainText('Say why the definition changes');
  await dialog(page).getByRole('textbox').fill('The level is held, not raised.');
  await dialog(page).getByRole('button', { name: 'Save the new version' }).click();
  await expect(page).toHaveURL(/\/indicators\/2\.2-A\?/);
  await page.getByText(/earlier version/).click();
  await expect(page.getByRole('complementary', { name: 'About this indicator' })).toContainText(
    'Reason: The level is held, not raised.',
  );
  await expectAccessible(page);
});

test('two planners change one definition: the second sees both versions and loses nothing', async ({ office }) => {
  const [first, second] = [await office.signIn('planner'), await office.signIn('planner-2')];
  await Promise.all([first.goto('/indicators/2.2-A/edit'), second.goto('/indicators/2.2-A/edit')]);
  await first.getByRole('textbox', { name: /^Owner/ }).fill('Grants desk');
  await second.getByRole('textbox', { name: /^Frequency/ }).fill('Each quarter');
  await saveBecause(first, 'The desk was named.');
  await expect(first.getByRole('heading', { level: 1 })).toContainText('2.2-A');
  await saveBecause(second, 'Gathered more often.');
  await expect(dialog(second)).toContainText('Someone changed this definition');
  await expect(dialog(second)).toContainText('Grants desk');
  await expect(dialog(second)).toContainText('Each quarter');
  await expectAccessible(second);
  await dialog(second).getByRole('button', { name: 'Put my changes on top of theirs' }).click();
  await saveBecause(second, 'Gathered more often.');
  await expect(second).not.toHaveURL(/edit/);
  expect(await (await second.request.get(`${api}/2.2-A`)).json()).toMatchObject({
    definition: { owner: 'Grants desk', frequency: 'Each quarter' },
  });
});

test('what was typed outlives a reload, and leaving asks first', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/indicators/2.2-A/edit');
  await page.getByRole('textbox', { name: /^Owner/ }).fill('Grants desk');
  page.once('dialog', (asked) => void asked.accept());
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^Owner/ })).toHaveValue('Grants desk');
  await expect(page.getByText('What you typed before is here again')).toBeVisible();
  await page.getByRole('link', { name: 'Linkages' }).click();
  await expect(dialog(page)).toContainText('Leave without saving?');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/edit/);
  await page.getByRole('link', { name: 'Linkages' }).click();
  await dialog(page).getByRole('button', { name: 'Leave and drop it' }).click();
  await expect(page).toHaveURL(/linkages/);
  await page.goto('/indicators/2.2-A/edit');
  await expect(page.getByRole('textbox', { name: /^Owner/ })).not.toHaveValue('Grants desk');
});

test('the order of an objective is changed with the keyboard alone, and a copy gets the next letter', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  await page.goto('/objectives/2.1?year=2022');
  await page.getByRole('button', { name: 'Change the order' }).press('Enter');
  const down = page.getByRole('button', { name: 'Move down 2.1-C' });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '2.1-C is now number 2 of 2' })).toHaveCount(1);
  await expect(down).toBeFocused();
  await expectAccessible(page);
  await expect
    .poll(async () => {
      const { indicators } = (await (await page.request.get(api)).json()) as { indicators: { code: string }[] };
      return indicators.map(({ code }) => code).filter((code) => /^2\.1-[CD]/.test(code));
    })
    .toEqual(['2.1-D', '2.1-C']);
  await page.goto('/indicators/2.1-C?year=2022');
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: 'Code', exact: true })).toHaveValue('2.1-E');
  await page.getByRole('button', { name: 'Save as proposed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2.1-E');
});

test('who may not define indicators finds nothing to edit, by screen and by API', async ({ office }) => {
  const page = await office.signIn('contributor');
  await page.goto('/indicators/2.2-A?year=2022');
  await expect(page.getByRole('heading', { level: 2, name: 'Definition' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^(Edit|Duplicate)$/ })).toHaveCount(0);
  await page.goto('/indicators/2.2-A/edit');
  await expect(page.getByRole('main')).toContainText('Only planners may define indicators.');
  await page.goto('/objectives/2.2?year=2022');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add an indicator' })).toHaveCount(0);
  const refused = await page.request.put(`${api}/order`, { data: { objective: '2.2', codes: ['2.2-B', '2.2-A'] } });
  expect(refused.status()).toBe(403);
});
