import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, test } from './office.ts';
import {
  explanation,
  finishSections,
  readReview,
  reportFigures,
  stepSection,
  valuePath,
} from './review-office-work.ts';

const blocking = async (page: Page): Promise<string[]> =>
  (await readReview(page.request)).gate
    .filter(({ blocks }) => blocks)
    .map(({ kind, objective }) => `${kind} ${objective}`);

const fill = async (page: Page, name: RegExp, text: string): Promise<void> => {
  const area = page.getByRole('textbox', { name });
  await area.fill(text);
  await area.blur();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
};

/** What the planner still has to write, on the screen. */
const writeTexts = async (page: Page): Promise<void> => {
  await page.goto('/reviews/2022?objective=5.2');
  await fill(page, /Why 5\.2-C missed its target/, 'Clearances took three weeks longer than planned.');
  await page.goto('/reviews/2022?objective=1.2');
  await fill(page, /Progress this year/, 'More practitioners were trained than in any year before.');
  await page.goto('/reviews/2022');
  await fill(page, /JSP linkage statement/, 'Goals one to four served JSP Goal 1.3 in sixteen countries.');
  await expectAccessible(page);
};

const wordText = (path: string | null): string => {
  const files = unzipSync(readFileSync(path ?? ''));
  const parts = Object.entries(files).filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  return parts
    .map(([, bytes]) =>
      strFromU8(bytes)
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' '),
    )
    .join('\n');
};

test('the review of FY 2022 goes from open through the gate to final, and leaves as a Word file', async ({
  office,
}) => {
  test.setTimeout(180_000);
  const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];

  await planner.goto('/reviews/2022');
  await expect(planner.getByRole('main')).toContainText('10 things are missing');
  await planner.getByRole('button', { name: /Send to clearance/ }).click();
  await expect(planner.getByRole('dialog')).toContainText('1.2-D');
  await expectAccessible(planner);
  await planner.keyboard.press('Escape');

  await reportFigures(planner.request, reviewer.request);
  await writeTexts(planner);
  await finishSections(planner.request);
  expect(await blocking(planner)).toEqual([]);

  await planner.goto('/reviews/2022');
  await planner.getByRole('button', { name: /Send to clearance/ }).click();
  await planner.getByRole('dialog').getByRole('button', { name: 'Send to clearance', exact: true }).click();
  await expect(planner.getByRole('main')).toContainText('In clearance');

  const submitted = (await readReview(reviewer.request)).sections.filter(({ state }) => state === 'submitted');
  const [first, ...others] = submitted.map(({ objective }) => objective);
  await reviewer.goto(`/reviews/2022?objective=${first}`);
  await reviewer.getByRole('button', { name: /^Clear/ }).click();
  await expect(reviewer.getByRole('main')).toContainText(/cleared/i);
  for (const objective of others) await stepSection(reviewer.request, objective, 'clear');

  await reviewer.goto('/reviews/2022');
  await reviewer.getByRole('button', { name: /^Sign off/ }).click();
  await expectAccessible(reviewer);
  await reviewer
    .getByRole('dialog')
    .getByRole('button', { name: /^Sign off/ })
    .click();
  // the word "Final" stands among the steps from the beginning: the closed dialog says that it is done
  await expect(reviewer.getByRole('dialog')).toHaveCount(0);
  await expect(reviewer.getByRole('main')).toContainText('Final');
  const [version] = (await readReview(reviewer.request)).versions;
  expect(version?.number).toBe(1);
  await expect(reviewer.getByRole('main')).toContainText(version?.sha256.slice(0, 12) ?? '?');
  await expectAccessible(reviewer);

  const snapshot = await reviewer.request.get('/api/strategies/fbs-2018-2022/reviews/2022/versions/1');
  expect(
    createHash('sha256')
      .update(await snapshot.body())
      .digest('hex'),
  ).toBe(version?.sha256);

  const waiting = reviewer.waitForEvent('download');
  await reviewer.getByRole('link', { name: /Word/ }).first().click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('FBS-review-FY2022-v1.docx');
  const text = wordText(await download.path());
  expect(text).toContain('4,870');
  expect(text).toContain('4,870 is 10.7% above the target of 4,400');
  expect(text).toContain('Above target');
  expect(text).toContain(explanation);
  expect(text).toContain(version?.sha256 ?? '?');
  expect(text).not.toContain('DRAFT');

  const late = await planner.request.put(`/api/strategies/fbs-2018-2022${valuePath('1.2-D')}`, {
    headers: { 'if-match': '"4"' },
    data: { value: '1' },
  });
  expect([409, 412]).toContain(late.status());
});

test('a draft of the review leaves as a Word file that says DRAFT', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/reviews/2022');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: /Word/ }).first().click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('FBS-review-FY2022-v1-DRAFT.docx');
  const text = wordText(await download.path());
  expect(text).toContain('DRAFT');
  expect(text).toContain('Not reported');
});
