import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, test } from './office.ts';

test('an administrator changes how results are read, with a reason, and every screen follows', async ({ office }) => {
  const page = await office.signIn('administrator');
  await page.goto('/');
  await page.locator('.person-menu').getByRole('button').first().click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expectAccessible(page);
  const band = page.getByLabel('Band around a target, in percent');
  await band.fill('60');
  await page.getByLabel('Name for “On track”').fill('Under way');
  const save = page.getByRole('button', { name: 'Save the settings' });
  await save.click();
  await expect(page.getByText('Write a percentage from 0 to 50.')).toBeVisible();
  await expect(band).toBeFocused();
  await band.fill('5 %');
  await save.click();
  await expect(page.getByText('Write a reason; it stays in the history of the settings.')).toBeVisible();
  await page.getByLabel('Reason').fill('Agreed in the strategy retreat');
  await save.click();
  await expect(page.getByRole('table')).toContainText('Agreed in the strategy retreat');
  await expect(page.getByRole('heading', { name: 'What was changed' })).toBeFocused();
  await expect(page.getByRole('table')).toContainText('5%');
  await expectAccessible(page);
  await page.goto('/indicators/4.1-B?year=2022');
  await expect(page.getByRole('main')).toContainText('Above target');
  await page.goto('/?year=2022');
  await expect(page.getByRole('main')).toContainText('Under way');
});

test('what somebody else saved in between is shown before it is written over', async ({ office }) => {
  const page = await office.signIn('administrator');
  await page.goto('/admin/settings');
  await page.getByRole('checkbox', { name: 'Remind before the due day' }).check();
  await page.getByLabel('Days before the due day').fill('14');
  const {
    version,
    mails: _mails,
    seal: _seal,
    history: _history,
    ...now
  } = await (await page.request.get('/api/settings')).json();
  const other = await page.request.put('/api/settings', {
    headers: { 'if-match': `"${version}"` },
    data: { ...now, evidenceSizeLimit: 25, reason: null },
  });
  expect(other.status()).toBe(200);
  const save = page.getByRole('button', { name: 'Save the settings' });
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: 'yours are not saved' })).toContainText('25 MB');
  await expect(page.getByLabel('Days before the due day')).toHaveValue('14');
  await save.click();
  await expect(page.getByRole('table')).toContainText('14 days before');
});

test('papers carry the seal and the cover text of the office', async ({ office }) => {
  const page = await office.signIn('administrator');
  await page.goto('/admin/settings');
  await page.getByRole('button', { name: 'Put this picture on papers' }).click();
  await expect(page.getByText('Choose a picture first.')).toBeVisible();
  await page.getByLabel('Text on the cover').fill('Prepared by RMP\nFor leadership');
  const picture = (name: string, buffer: Buffer) =>
    page.getByLabel('Picture', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer });
  await page.getByLabel('What the picture shows').fill('Seal of the Office');
  await picture('seal.png', Buffer.from('no picture at all'));
  await page.getByRole('button', { name: 'Put this picture on papers' }).click();
  await expect(page.getByText('Choose a PNG or JPEG picture.')).toBeVisible();
  await picture('seal.png', await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } }));
  await page.getByRole('button', { name: 'Put this picture on papers' }).click();
  await expect(page.getByRole('img', { name: 'Seal of the Office' })).toBeVisible();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByRole('table')).toContainText('Prepared by RMP / For leadership');
  await expectAccessible(page);
  const word = await page.request.get('/api/strategies/fbs-2018-2022/reviews/2021/export?format=docx');
  const text = strFromU8(unzipSync(await word.body())['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('Seal of the Office');
  expect(text).toContain('Prepared by RMP');
});

test('a planner is told who may change settings', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/admin/settings');
  await expect(page.getByRole('main')).toContainText('The settings are for administrators');
});
