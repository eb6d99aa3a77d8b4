import { expect, expectAccessible, test } from './office.ts';

test('an administrator copies the strategy, changes its tree by keyboard and puts it in force; a link leads there', async ({
  office,
}) => {
  const page = await office.signIn('administrator');
  await page.goto('/admin/strategies');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New strategy' }).click();
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByLabel('Title')).toBeFocused();
  await expect(page.getByText('Write the title of the strategy.')).toBeVisible();
  await page.getByLabel('Title').fill('Next Bureau Strategy');
  await page.getByLabel('Organization', { exact: true }).fill('TIP Office');
  await page.getByLabel('Short name of the organization').fill('TIP Office');
  await page.getByLabel('First year').fill('2023');
  await page.getByLabel('Last year').fill('2027');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Next Bureau Strategy 2023–2027');
  await page.getByRole('button', { name: 'Add a goal' }).press('Enter');
  await page.getByLabel('Short name of the goal').last().fill('Learn');
  await page.getByLabel('What the goal says').last().fill('Learn from what was done.');
  await page.getByRole('button', { name: 'Add an objective' }).last().press('Enter');
  await page.getByLabel('Short name of the objective').last().fill('Evaluate');
  await page.getByLabel('What the objective says').last().fill('Evaluate every program.');
  await page.getByRole('button', { name: 'Move up goal 6' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move up goal 6' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Not saved yet')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 3 }).nth(4)).toHaveText('Goal 6: Learn');

  const viewer = await office.signIn('viewer');
  await viewer.goto('/?year=2022');
  await expect(viewer.getByRole('main')).toContainText('of 11 rated');
  expect(viewer.url()).not.toContain('strategy=');

  await page.getByRole('button', { name: 'Put in force' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put in force' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Archive', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Open its screens' }).click();
  await expect(page).toHaveURL(/strategy=tip-office-2023-2027/);
  await viewer.goto(page.url());
  await expect(viewer.getByRole('main')).toContainText('2023');
  await expectAccessible(viewer);
  await viewer.goto('/indicators/2.2-A?strategy=tip-office-2023-2027');
  await viewer
    .getByRole('link', { name: /2018–2022/ })
    .first()
    .click();
  await expect(viewer).toHaveURL(/strategy=fbs-2018-2022/);
  const planner = await office.signIn('planner');
  await planner.goto('/indicators/2.2-A?strategy=tip-office-2023-2027');
  await planner.getByText('Change which indicator it continues').click();
  await expectAccessible(planner);
  await planner.getByLabel('Its indicator').selectOption('2.2-B');
  await planner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(planner.getByRole('link', { name: /^2\.2-B of / })).toBeVisible();
  await viewer.goto('/goals/1?year=2020');
  await expect(viewer).toHaveURL(/strategy=fbs-2018-2022/);
});

test('an archived strategy says so and offers nothing to change, until it is taken back', async ({ office }) => {
  const page = await office.signIn('administrator');
  const planner = await office.signIn('planner');
  await page.goto('/admin/strategies/fbs-2018-2022');
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'State of the strategy' })).toContainText('is archived');
  await planner.goto('/indicators/2.2-A');
  await expect(planner.getByRole('complementary', { name: 'State of the strategy' })).toContainText('An administrator');
  await expect(planner.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await expectAccessible(planner);
  await page.getByRole('button', { name: 'Take out of the archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out of the archive' }).click();
  await expect(page.getByRole('complementary', { name: 'State of the strategy' })).toHaveCount(0);
});
