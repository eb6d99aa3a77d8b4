import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';

const screen = '/entry/import?year=2022';

const upload = (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel('Spreadsheet').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const figureIn = async (page: Page, indicator: string): Promise<string | null> => {
  const answer = await page.request.get(`/api/strategies/fbs-2018-2022/indicators/${indicator}/values/2022`);
  return ((await answer.json()) as { value: string | null }).value;
};

const head = 'indicator,year,value,explanation';

test('a planner fills in the template, sees what would happen, takes it over and takes it back', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/entry?year=2022');
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'FY 2022, CSV' }).click(),
  ]);
  const template = await readFile(await download.path(), 'utf8');
  expect(template).toContain('1.2-D');
  const filled = template.replace(/^(1\.2-D,.*,2022),,/m, '$1,4870,Two courses were added.');
  expect(filled).not.toBe(template);
  await upload(page, 'fy-2022.csv', filled);
  await expect(page.getByRole('heading', { name: 'fy-2022.csv' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1 row would be taken over. Nothing is written yet.');
  expect(await figureIn(page, '1.2-D')).toBeNull();
  await page.getByRole('button', { name: 'New 1' }).click();
  await expect(page.getByRole('table').first()).toContainText('4,870');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take over 1 row' }).click();
  await expect(page.getByRole('main')).toContainText('1 row was taken over.');
  expect(await figureIn(page, '1.2-D')).toBe('4870');
  await page.getByRole('button', { name: 'Take fy-2022.csv back' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('main')).toContainText('taken back by Dana Whitfield');
  expect(await figureIn(page, '1.2-D')).toBeNull();
});

test('refused rows say why, and the good rows are taken over alone', async ({ office }) => {
  const page = await office.signIn('contributor');
  await page.goto(screen);
  await upload(page, 'mixed.csv', `${head}\n1.2-D,2022,"4,870",More.\n5.2-C,2022,5,\n1.2-D,2031,5,`);
  await expect(page.getByRole('main')).toContainText('1 row would be taken over; 2 cannot be.');
  await page.getByRole('button', { name: 'Refused 2' }).click();
  await expect(page.getByRole('main')).toContainText('FY 2031 lies outside the strategy');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '2 rows to mend, CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('Values,3,5.2-C,2022,5');
  await page.getByRole('button', { name: 'Take over the 1 good row only' }).click();
  await expect(page.getByRole('main')).toContainText('1 row was taken over; 2 could not be.');
  expect(await figureIn(page, '1.2-D')).toBe('4870');
});

test('a file that cannot be read says what to do, with the keyboard alone too', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto(screen);
  await expect(page.getByRole('main')).toContainText('Nothing was imported yet');
  const choose = page.getByRole('button', { name: 'Choose a file' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.press('Enter')]);
  await chooser.setFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') });
  await expect(page.getByRole('main')).toContainText('has no column "indicator"');
  await expectAccessible(page);
});

test('who enters nothing sees no link and no upload', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/entry?year=2022');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Data entry/);
  await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await page.goto(screen);
  await expect(page.getByRole('main')).toContainText('Only planners and contributors import figures');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toHaveCount(0);
  await expectAccessible(page);
});
