import { expect, expectAccessible, test } from './office.ts';

const address = '/api/strategies/fbs-2018-2022/reviews/2022';

test('a text of the review takes formats by keyboard, saves itself, and joins with what somebody else wrote', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  const other = await office.signIn('planner-2');
  const summaryOf = async (): Promise<string> =>
    ((await (await page.request.get(address)).json()) as { summary: string | null }).summary ?? '';
  await page.goto('/reviews/2022');
  const field = page.getByRole('textbox', { name: 'Summary' });
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type('## Results');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Training ');
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.type('recovered');
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Two partners');
  await page.keyboard.press('Enter');
  await page.keyboard.type('One course');
  const formatted = '## Results\n\nTraining **recovered**.\n\n- Two partners\n- One course';
  await expect.poll(summaryOf, { timeout: 10_000 }).toBe(formatted);
  await expect(field.getByRole('heading', { name: 'Results' })).toBeVisible();
  await expect(field.getByRole('listitem')).toHaveText(['Two partners', 'One course']);
  await expectAccessible(page);

  // somebody else mends the first paragraph while the list is being written
  const answer = await other.request.get(address);
  const written = await other.request.patch(address, {
    headers: { 'if-match': answer.headers().etag ?? '' },
    data: { summary: formatted.replace('**recovered**.', '**recovered** everywhere.') },
  });
  expect(written.status()).toBe(200);
  await page.keyboard.type(' in spring');
  const joined = formatted
    .replace('**recovered**.', '**recovered** everywhere.')
    .replace('One course', 'One course in spring');
  await expect.poll(summaryOf, { timeout: 10_000 }).toBe(joined);
  await expect(field).toContainText('recovered everywhere.');

  await page.getByRole('toolbar', { name: 'Format' }).first().getByRole('button', { name: 'Bold' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Italic' }).first()).toBeFocused();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Summary' }).locator('strong')).toHaveText('recovered');
});
