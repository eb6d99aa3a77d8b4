import { expect, expectAccessible, test } from './office.ts';

test('an administrator searches the audit log, exports it and checks the records; others are sent on', async ({
  office,
}) => {
  const page = await office.signIn('administrator');
  await page.goto('/');
  await page.locator('.person-menu').getByRole('button').first().click();
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Audit log, newest first' });
  await expect(table.getByRole('row').nth(1)).toContainText('signed in');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show older entries' }).click();
  await expect(table.getByRole('row').last()).toContainText('loaded the public record');
  await page.getByRole('combobox', { name: 'Kind of thing' }).selectOption('session');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/kind=session/);
  await expect(page.getByText(/^1 entry, newest first/)).toBeVisible();
  await table.getByRole('link', { name: 'Sam Trudeau' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sam Trudeau' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/kind=session/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('FBS-audit-log.csv');
  await page.getByRole('button', { name: 'Check the records' }).click();
  await expect(page.getByText('Every record is as recorded', { exact: true })).toBeVisible();
  await expect(page.getByText(/; People: \d+; /)).toBeVisible();
  await expectAccessible(page);

  const viewer = await office.signIn('viewer');
  await viewer.goto('/admin/audit');
  await expect(viewer.getByText('The audit log is for administrators')).toBeVisible();
});
