import { expect, expectAccessible, test } from './office.ts';

const review = '/api/strategies/fbs-2018-2022/reviews/2021';

test('a reopened review shows line by line what its draft says otherwise than the signed version', async ({
  office,
}) => {
  const administrator = (await office.signIn('administrator')).request;
  const tagOf = async (): Promise<string> => (await administrator.get(review)).headers().etag ?? '';
  const reopened = await administrator.post(`${review}/reopen`, {
    headers: { 'if-match': await tagOf() },
    data: { reason: 'The summary left out the second half of the year.' },
  });
  expect(reopened.status()).toBe(200);
  const planner = await office.signIn('planner');
  const written = await planner.request.patch(review, {
    headers: { 'if-match': await tagOf() },
    data: { summary: 'Training recovered in the second half of the year.' },
  });
  expect(written.status()).toBe(200);
  await planner.goto('/reviews/2021');
  await planner.getByRole('link', { name: 'What changed since version 1 was signed' }).click();
  await expect(planner.getByRole('heading', { level: 1 })).toHaveText('What changed in the review of FY 2021');
  const summary = planner.locator('section', { has: planner.getByRole('heading', { name: 'Summary' }) });
  await expect(summary).toContainText('Training recovered in the second half of the year.');
  await expect(summary.locator('del')).not.toHaveCount(0);
  await expectAccessible(planner);
});
