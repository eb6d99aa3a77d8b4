import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, test } from './office.ts';
import { finishSections, type ReviewAnswer, readReview, reportFigures, stepSection } from './review-office-work.ts';

const strategy = '/api/strategies/fbs-2018-2022';
const note = 'Say which partners trained the most.';
const closed = 'Seven positions were advertised within a week.';
const mended = 'Three partners trained two thirds of the practitioners.';

const narrative = async (page: Page, text: string): Promise<void> => {
  const area = page.getByRole('textbox', { name: /Progress this year/ });
  await area.fill(text);
  await area.blur();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
};

const evidence = { name: 'courses.csv', mimeType: 'text/csv', buffer: Buffer.from('course,people\none,12\n') };
const evidenceSha256 = createHash('sha256').update(evidence.buffer).digest('hex');

/** A file that the section rests on, added without a mouse; what the system's own window chooses is handed to the field. */
const addEvidence = async (page: Page): Promise<void> => {
  const { keyboard } = page;
  const field = page.getByLabel('File', { exact: true });
  await page.getByRole('button', { name: 'Add a file' }).focus();
  await keyboard.press('Enter');
  await expect(field).toBeFocused();
  await field.setInputFiles(evidence);
  await keyboard.press('Tab');
  await keyboard.type('List of the courses');
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'List of the courses (saves the file)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a file' })).toBeFocused();
};

const stateOf = async (page: Page, objective: string): Promise<string | undefined> =>
  (await readReview(page.request)).sections.find((section) => section.objective === objective)?.state;

/** What was opened a year before stands in this review until somebody says how it went. */
const closeCarriedAction = async (planner: Page): Promise<void> => {
  await planner.goto('/my-work');
  await planner.getByRole('link', { name: /Advertise positions/ }).click();
  const row = planner.getByRole('row').filter({ hasText: 'from FY 2021' });
  await row.getByRole('button', { name: /^Update/ }).click();
  const dialog = planner.getByRole('dialog');
  await dialog.getByText('Done', { exact: true }).click();
  await dialog.getByRole('textbox', { name: /What was done/ }).fill(closed);
  await dialog.getByRole('button', { name: 'Save the update' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText(closed);
};

/** The planner writes a section, the reviewer returns it once, the planner mends it, the reviewer clears it. */
const throughOneSection = async (planner: Page, reviewer: Page, objective: string): Promise<void> => {
  await reviewer.goto(`/reviews/2022?objective=${objective}`);
  await reviewer.getByRole('button', { name: /^Return the section/ }).click();
  await reviewer.getByRole('textbox', { name: 'What has to be fixed?' }).fill(note);
  await reviewer.getByRole('button', { name: 'Return it' }).click();
  await expect(reviewer.getByRole('dialog')).toHaveCount(0);

  await planner.goto('/my-work');
  await expect(planner.getByRole('main')).toContainText(note);
  await planner.goto(`/reviews/2022?objective=${objective}`);
  await expect(planner.getByRole('main')).toContainText(note);
  await narrative(planner, mended);
  await planner.getByRole('button', { name: 'Submit the section' }).click();
  await expect.poll(() => stateOf(planner, objective)).toBe('submitted');

  await reviewer.goto(`/reviews/2022?objective=${objective}`);
  await reviewer.getByRole('button', { name: 'Clear the section' }).click();
  await expect.poll(() => stateOf(reviewer, objective)).toBe('cleared');
};

const press = async (page: Page, name: RegExp): Promise<void> => {
  await page.goto('/reviews/2022');
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Every card of the page of files, pressed; what came, by its name. */
const downloadAll = async (page: Page): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  const buttons = page.getByRole('button', { name: /^Download / });
  const count = await buttons.count();
  for (let at = 0; at < count; at += 1) {
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    await buttons.nth(at).click();
    const file = await coming;
    files.set(file.suggestedFilename(), readFileSync(await file.path()));
  }
  return files;
};

const partOf = (files: Map<string, Uint8Array>, zip: string, part: string): string =>
  strFromU8(unzipSync(files.get(zip) ?? new Uint8Array())[part] ?? new Uint8Array());
const textOf = (files: Map<string, Uint8Array>, name: string): string => strFromU8(files.get(name) ?? new Uint8Array());

/** What every file of a signed review says of itself. */
const expectSigned = (files: Map<string, Uint8Array>, { sha256 }: ReviewAnswer['versions'][number]): void => {
  const name = 'FBS-review-FY2022-v1';
  const json = files.get(`${name}.json`) ?? new Uint8Array();
  expect(createHash('sha256').update(json).digest('hex')).toBe(sha256);
  const word = partOf(files, `${name}.docx`, 'word/document.xml');
  expect(word).toContain(sha256);
  expect(word).toContain(mended);
  expect(word).toContain(closed);
  expect(word).toContain('List of the courses (courses.csv, CSV, 21 bytes)');
  for (const part of [word, partOf(files, `${name}.zip`, 'evidence.csv'), textOf(files, `${name}.json`)]) {
    expect(part).toContain(evidenceSha256);
  }
  expect(partOf(files, `${name}.xlsx`, 'xl/sharedStrings.xml')).toContain(sha256);
  expect(partOf(files, `${name}.zip`, 'README.txt')).toContain(sha256);
  expect(partOf(files, `${name}.zip`, 'assessments.csv')).toContain(mended);
  expect(partOf(files, `${name}.zip`, 'action_updates.csv')).toContain(`2022,done,${closed}`);
  expect(textOf(files, `${name}.xml`)).toContain(mended);
  expect(textOf(files, `${name}.pdf`).startsWith('%PDF-')).toBe(true);
};

test('a review goes through three roles to its end, and leaves in every format', async ({ office }) => {
  test.setTimeout(240_000);
  const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
  await reportFigures(planner.request, reviewer.request);
  for (const part of ['JSP linkage statement', 'Why 5.2-C missed its target']) {
    await planner.goto(part.startsWith('Why') ? '/reviews/2022?objective=5.2' : '/reviews/2022');
    const area = planner.getByRole('textbox', { name: new RegExp(part) });
    await area.fill('Clearances took three weeks longer than planned.');
    await area.blur();
    await expect(planner.getByText(/^Saved/).first()).toBeVisible();
  }
  await planner.goto('/reviews/2022?objective=1.2');
  await narrative(planner, 'More practitioners were trained than in any year before.');
  await addEvidence(planner);
  await closeCarriedAction(planner);
  await finishSections(planner.request);
  await throughOneSection(planner, reviewer, '1.2');
  await press(planner, /^Send to clearance/);
  for (const { objective, state } of (await readReview(reviewer.request)).sections) {
    if (state === 'submitted') await stepSection(reviewer.request, objective, 'clear');
  }
  await press(reviewer, /^Sign off/);
  const [version] = (await readReview(reviewer.request)).versions;
  if (version === undefined) throw new Error('the review was not signed');

  const viewer = await office.signIn('viewer');
  await viewer.goto('/reviews/2022?objective=1.2');
  const saved = viewer.waitForEvent('download');
  await viewer.getByRole('link', { name: 'List of the courses (saves the file)' }).click();
  expect(readFileSync(await (await saved).path())).toEqual(evidence.buffer);
  await viewer.goto('/reviews/2022/export');
  await expect(viewer.getByRole('heading', { name: 'What is inside' })).toBeVisible();
  const files = await downloadAll(viewer);
  expect([...files.keys()]).toEqual([
    ...['docx', 'pdf', 'xlsx', 'zip', 'json', 'xml'].map((extension) => `FBS-review-FY2022-v1.${extension}`),
    ...['docx', 'pdf', 'xlsx', 'zip', 'json'].map((extension) => `FBS-review-2018-2022.${extension}`),
    'FBS-plan-fbs-2018-2022.xml',
  ]);
  expectSigned(files, version);
  const years = JSON.parse(textOf(files, 'FBS-review-2018-2022.json')) as { reviews: { sha256: string | null }[] };
  expect(years.reviews.map(({ sha256 }) => sha256).at(-1)).toBe(version.sha256);
  expect(years.reviews.every(({ sha256 }) => sha256 !== null)).toBe(true);
  await expectAccessible(viewer);
  const late = await planner.request.put(`${strategy}/reviews/2022/objectives/1.2`, {
    headers: { 'if-match': '"99"' },
    data: { narrative: 'Too late.' },
  });
  expect([409, 412, 422]).toContain(late.status());
});
