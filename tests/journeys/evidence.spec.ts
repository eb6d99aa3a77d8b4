import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';

const indicator = '/indicators/1.2-D?year=2022';
const frozen = '/indicators/1.2-D?year=2020';
const report = { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 records') };
const program = { name: 'program.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3]) };

const partOf = (page: Page, heading: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
const evidenceOn = (page: Page): Locator => partOf(page, 'Evidence for FY 2022');
const discussionOn = (page: Page): Locator => partOf(page, 'Discussion of FY 2022');

const openSide = async (page: Page): Promise<Locator> => {
  await page.goto('/entry?year=2022');
  await page.locator('tr', { hasText: '1.2-D' }).getByRole('gridcell').last().click();
  return page.getByRole('complementary', { name: /1\.2-D/ });
};

const addFile = async (part: Locator, file: typeof report): Promise<void> => {
  await part.getByLabel('File', { exact: true }).setInputFiles(file);
  await part.getByRole('button', { name: 'Add the file' }).click();
};

test('a contributor adds a file beside the figure, a reviewer saves it as it was, and others wait for the figure', async ({
  office,
}) => {
  const contributor = await office.signIn('contributor');
  const side = await openSide(contributor);
  await side.getByText('Evidence (0)').click();
  await side.getByRole('button', { name: 'Add a file' }).click();
  await expect(side.getByLabel('File', { exact: true })).toBeFocused();
  await addFile(side, program);
  await expect(side.getByText(/of no type that is kept here/)).toBeVisible();
  await expectAccessible(contributor);
  await addFile(side, report);
  await expect(side.getByText('Evidence (1)')).toBeVisible();
  await expect(side.getByRole('button', { name: 'Add a file' })).toBeFocused();

  const reviewer = await office.signIn('reviewer');
  await reviewer.goto(indicator);
  const download = reviewer.waitForEvent('download');
  await evidenceOn(reviewer).getByRole('link', { name: 'report.pdf (saves the file)' }).click();
  expect((await download).suggestedFilename()).toBe('report.pdf');
  expect(readFileSync(await (await download).path())).toEqual(report.buffer);

  const viewer = await office.signIn('viewer');
  await viewer.goto(indicator);
  await expect(evidenceOn(viewer)).toContainText('This figure is not reported yet');
  await expectAccessible(viewer);
});

test('a link is added and removed from the keyboard, and a frozen year takes nothing', async ({ office }) => {
  const planner = await office.signIn('planner');
  await planner.goto(indicator);
  const evidence = evidenceOn(planner);
  await evidence.getByRole('button', { name: 'Add a link' }).focus();
  await planner.keyboard.press('Enter');
  await planner.keyboard.type('Training records');
  await planner.keyboard.press('Tab');
  await planner.keyboard.type('state.gov');
  await planner.keyboard.press('Enter');
  await expect(evidence.getByText(/Enter a web address/)).toBeVisible();
  await expect(evidence.getByLabel('Web address')).toBeFocused();
  await planner.keyboard.press('ControlOrMeta+A');
  await planner.keyboard.type('https://www.state.gov/records');
  await planner.keyboard.press('Enter');
  await expect(evidence.getByRole('link', { name: /Training records/ })).toBeVisible();
  await expect(evidence.getByRole('button', { name: 'Add a link' })).toBeFocused();
  await evidence.getByRole('button', { name: 'Remove Training records' }).focus();
  await planner.keyboard.press('Enter');
  await expect(evidence).toContainText('Nothing shows yet where this figure comes from.');
  await planner.goto(frozen);
  await expect(partOf(planner, 'Evidence for FY 2020')).toContainText('Nothing shows yet');
  await expect(partOf(planner, 'Evidence for FY 2020').getByRole('button')).toHaveCount(0);
});

test('a planner asks somebody by name, who answers, and the question is resolved and opened again', async ({
  office,
}) => {
  const planner = await office.signIn('planner');
  await planner.goto(indicator);
  const asked = discussionOn(planner);
  await asked.getByLabel('Comment', { exact: true }).focus();
  await planner.keyboard.type('Is the last quarter in, @pri');
  await expect(asked.getByRole('option')).toHaveCount(1);
  await expectAccessible(planner);
  await planner.keyboard.press('Enter');
  await planner.keyboard.type('please?');
  await asked.getByRole('button', { name: 'Add the comment' }).click();
  await expect(asked.getByRole('listitem')).toContainText('Is the last quarter in, @Priya Nair please?');

  const contributor = await office.signIn('contributor');
  const side = await openSide(contributor);
  await side.getByText('Discussion (1 open)').click();
  await side.getByLabel('Comment', { exact: true }).fill('It is.');
  await side.getByRole('button', { name: 'Add the comment' }).click();
  await expect(side.getByText('Discussion (2 open)')).toBeVisible();
  await side
    .getByRole('button', { name: /^Resolve/ })
    .first()
    .click();
  await expect(side.getByText('Discussion (1 open)')).toBeVisible();

  await planner.reload();
  await asked.getByText('Resolved (1)').click();
  await asked.getByRole('button', { name: /^Reopen/ }).click();
  await expect(asked.getByRole('button', { name: /^Resolve/ })).toHaveCount(2);

  const viewer = await office.signIn('viewer');
  await viewer.goto(indicator);
  await expect(discussionOn(viewer)).toContainText('It is.');
  await expect(discussionOn(viewer).getByRole('button')).toHaveCount(0);
});
