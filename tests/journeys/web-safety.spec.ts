import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './office.ts';
import { open, screens } from './screens.ts';

/** What the browser refused because the page's policy forbids it. */
const watchPolicy = (page: Page): string[] => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy|Refused to/i.test(message.text())) refused.push(message.text());
  });
  return refused;
};

const forAdministrators = [
  '/account',
  '/admin/audit',
  '/admin/people',
  '/admin/people/new',
  '/admin/settings',
  '/admin/strategies',
  '/admin/strategies/import',
  '/admin/strategies/fbs-2018-2022',
  '/design',
  '/present?year=2022',
];

test('every screen runs under a policy that allows no script and no style outside of files', async ({ office }) => {
  test.setTimeout(240_000);
  const planner = await office.signIn('planner');
  const administrator = await office.signIn('administrator');
  const refused = [planner, administrator].map(watchPolicy);
  for (const screen of screens) await open(planner, screen);
  for (const screen of forAdministrators) await open(administrator, screen);
  // the last of them is for whoever makes the product: it is in no build
  await administrator.goto('/design');
  await expect(administrator.getByText('There is nothing at this address.')).toBeVisible();
  const policy = (await planner.goto('/?year=2022'))?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'; style-src 'self';");
  expect(policy).not.toContain('unsafe');
  // what the policy is there for: neither a script nor a style that was slipped into the page does anything
  await planner.evaluate(`document.body.insertAdjacentHTML('beforeend',
    '<p id="slipped" style="color: red" onclick="this.id = 1">x</p><img src="/nothing" onerror="window.broken = true">')`);
  expect(await planner.evaluate(`getComputedStyle(document.querySelector('#slipped')).color`)).not.toBe(
    'rgb(255, 0, 0)',
  );
  await expect.poll(() => refused[0]?.length ?? 0).toBeGreaterThan(1);
  expect(await planner.evaluate('window.broken')).toBeUndefined();
  expect(refused[0]?.every((each) => /inline (style|event handler)/.test(each))).toBe(true);
  expect(refused[1]).toEqual([]);
});

test('the description of the API opens and tries a call under the same policy', async ({ office }) => {
  const page = await office.signIn('viewer');
  const refused = watchPolicy(page);
  await page.goto('/api/docs');
  await page
    .getByRole('button', { name: /GET \/api\/session / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Execute' }).click();
  await expect(page.getByText('"mode": "evaluation"').first()).toBeVisible();
  expect(refused).toEqual([]);
});

/** A page of another site, on another port of this machine. */
const startForeignSite = async (target: string) => {
  const html = `<!doctype html><title>Elsewhere</title><iframe src="${target}/" name="frame"></iframe>
    <form method="post" action="${target}/api/session" enctype="text/plain"><input name='{"persona":"planner","x":"' value='"}'><button>Go</button></form>`;
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}`, close: () => server.close() };
};

test('a page of another site can neither write, nor read, nor frame the service', async ({ office }) => {
  const page = await office.signIn('planner');
  const elsewhere = await startForeignSite(office.address);
  const refused = watchPolicy(page);
  await page.goto(elsewhere.address);
  // framing
  await expect.poll(() => refused.join()).toMatch(/frame-ancestors 'none'/);
  // a write and a read by script, with the cookies that the browser would send along
  const answers = await page.evaluate(`Promise.all([
    fetch('${office.address}/api/session', { method: 'DELETE', credentials: 'include', mode: 'no-cors' }).then((r) => r.type, String),
    fetch('${office.address}/api/session', { credentials: 'include' }).then((r) => r.text(), String),
    fetch('${office.address}/api/session', { credentials: 'include', mode: 'no-cors' }).then((r) => r.text(), String),
  ])`);
  expect(JSON.stringify(answers)).not.toContain('persona');
  // a form
  const [posted] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    page.getByRole('button', { name: 'Go' }).click(),
  ]);
  expect(posted.status()).toBe(403);
  expect(posted.headers()['set-cookie']).toBeUndefined();
  // still signed in as before
  await page.goto(`${office.address}/my-work`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Dana Whitfield').first()).toBeVisible();
  elsewhere.close();
});
