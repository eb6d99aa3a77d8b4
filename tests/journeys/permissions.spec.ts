import { expect, test } from './office.ts';

const value = '/api/strategies/fbs-2018-2022/indicators/5.1-A/values/2022';
const put = { headers: { 'if-match': '"0"' }, data: { value: '90' } };

test('a viewer can read everything and change nothing, by screen and by API', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/entry?year=2022');
  const cell = page.locator('[data-cell="1.2-D:value"]');
  await expect(cell).toHaveAttribute('aria-readonly', 'true');
  await cell.click();
  await page.keyboard.type('4500');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="1.2-D:state"]')).toContainText('Not reported');
  await expect(page.getByRole('button', { name: /Submit|Approve|Return/ })).toHaveCount(0);
  const refused = await page.request.put(value, put);
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'not_allowed', detail: expect.stringContaining('Only planners') });
  await page.goto('/reviews/2022');
  await expect(page.getByRole('button', { name: /clearance|Sign off|Reopen/ })).toHaveCount(0);
  for (const step of ['send-to-clearance', 'sign-off']) {
    const answer = await page.request.post(`/api/strategies/fbs-2018-2022/reviews/2022/${step}`, {
      headers: { 'if-match': '"2"' },
    });
    expect(answer.status()).toBe(403);
  }
});

test("a contributor enters for the own section alone, and never sees another section's draft", async ({ office }) => {
  const page = await office.signIn('contributor-peia');
  await page.goto('/entry?year=2022&section=all');
  await expect(page.locator('[data-cell="1.2-D:value"]')).toHaveAttribute('aria-readonly', 'true');
  await expect(page.locator('[data-cell="3.2-A:state"]')).toContainText('Draft');
  // 3.2-A is a draft of IP, holding a figure that nobody else may read yet
  const planner = await office.signIn('planner');
  const own = await planner.request.get('/api/strategies/fbs-2018-2022/indicators/3.2-A/values/2022');
  const draft = ((await own.json()) as { value: string }).value;
  expect(draft).not.toBeNull();
  const other = await page.request.get('/api/strategies/fbs-2018-2022/indicators/3.2-A/values/2022');
  expect(await other.json()).toMatchObject({ state: 'draft', withheld: true, value: null, explanation: null });
  const refused = await page.request.put(value, put);
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('PEIA') });
});

test('without a session the API answers nothing but who one may sign in as', async ({ office, request }) => {
  for (const path of ['/api/strategies', '/api/strategies/fbs-2018-2022/overview', '/api/events']) {
    expect((await request.get(office.address + path)).status()).toBe(401);
  }
  expect((await request.get(`${office.address}/api/session`)).status()).toBe(200);
  expect((await request.get(`${office.address}/api/health`)).status()).toBe(200);
});
