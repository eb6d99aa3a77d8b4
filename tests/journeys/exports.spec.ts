import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, test } from './office.ts';

const strategy = '/api/strategies/fbs-2018-2022';

/** Presses the button of a card and gives the file with the name it came by. */
const download = async (page: Page, title: string): Promise<{ name: string; bytes: Buffer }> => {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: `Download ${title}`, exact: true }).click();
  const file = await coming;
  const bytes = readFileSync(await file.path());
  return { name: file.suggestedFilename(), bytes };
};

test('a viewer looks at what the files of a review hold, and takes them from the page', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/reviews/2021');
  await page.getByRole('link', { name: 'All files' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Export the review of FY 2021' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'What is inside' })).toBeVisible();
  const outline = await (await page.request.get(`${strategy}/reviews/2021/export/outline`)).json();
  await expect(page.getByText(outline.sha256)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Indicators/ })).toContainText('30');
  await expect(page.getByText(/illustrative values, invented for evaluation/)).toBeVisible();
  await expect(page.getByText(/^About \d+ kB, made in a few seconds$/)).toHaveCount(2);
  await expect(page.getByText('FBS-review-2018-2022-DRAFT.zip')).toBeVisible();
  await expectAccessible(page);

  const json = await download(page, 'JSON');
  expect(json.name).toBe('FBS-review-FY2021-v1.json');
  expect(createHash('sha256').update(json.bytes).digest('hex')).toBe(outline.sha256);
  const csv = await download(page, 'CSV');
  expect(csv.name).toBe('FBS-review-FY2021-v1.zip');
  expect(csv.bytes.length).toBe(outline.sizes.csv);
  expect(strFromU8(unzipSync(csv.bytes)['README.txt'] ?? new Uint8Array())).toContain(outline.sha256);
  const excel = await download(page, 'Excel');
  expect(Object.keys(unzipSync(excel.bytes))).toContain('xl/workbook.xml');
  await expect(page.getByText(/^Downloaded, /)).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Download Record as JSON' })).toHaveCount(0);
});

test('a long export says that it is being made, and can be cancelled', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/reviews/2022/export');
  await expect(page.getByText('FBS-review-FY2022-v1-DRAFT.docx')).toBeVisible();
  // held back on its way: how long a paper takes on this machine says nothing here
  await page.route('**/export?format=docx', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue().catch(() => undefined);
  });
  const button = page.getByRole('button', { name: 'Download Word', exact: true });
  await button.click();
  await expect(page.getByRole('progressbar', { name: 'The Word file is being made' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel Word' }).click();
  await expect(page.getByText('Cancelled: nothing was saved')).toBeVisible();
  await expect(button).toBeEnabled();
});

test('a refusal is told on the card in the words of the server, with a way on', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/reviews/2022/export');
  const detail = 'Too many exports are waiting; please try again in a minute.';
  await page.route('**/export?format=csv', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Unavailable', detail }),
    }),
  );
  await page.getByRole('button', { name: 'Download CSV', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(detail);
  await page.unroute('**/export?format=csv');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect((await coming).suggestedFilename()).toBe('FBS-review-FY2022-v1-DRAFT.zip');
});

test('an administrator takes the whole strategy along', async ({ office }) => {
  const page = await office.signIn('administrator');
  await page.goto('/reviews/2022/export');
  const { name, bytes } = await download(page, 'Record as JSON');
  expect(name).toBe('FBS-record-fbs-2018-2022.json');
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
    format: 'fbs-strategy-record',
    strategy: 'fbs-2018-2022',
  });
  const plan = await download(page, 'Plan as StratML');
  expect(plan.bytes.toString('utf8')).toContain('Type="Strategic_Plan"');
});
