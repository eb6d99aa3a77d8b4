import { copyFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { startIdentityProvider, type TestProvider } from '../../apps/api/src/testing/identity-provider.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { test as base, expect, expectAccessible } from './office.ts';

type House = { readonly address: string; readonly provider: TestProvider; change(sql: string): void };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The product in production mode over the loaded records, and a provider that knows people; on two sites. */
const test = base.extend<{ house: House }>({
  house: async ({ loaded }, use, { testId }) => {
    const file = loaded.replace('loaded.db', `${testId}.db`);
    copyFileSync(loaded, file);
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const provider = await startIdentityProvider(address);
    const { issuer, clientId, clientSecret, rules, name } = provider.settings;
    const environment = {
      ...{ FBS_MODE: 'production', PORT: String(port), FBS_PUBLIC_URL: address, FBS_LOCAL_ACCOUNTS: 'off' },
      ...{ FBS_OIDC_ISSUER: issuer, FBS_OIDC_CLIENT_ID: clientId, FBS_OIDC_CLIENT_SECRET: clientSecret },
      ...{ FBS_OIDC_NAME: name, FBS_OIDC_ROLES: JSON.stringify(rules) },
    };
    const running: RunningServer = await startServer({ file, environment });
    const change = (sql: string): void => {
      const database = new Sqlite(file);
      database.prepare(sql).run();
      database.close();
    };
    await use({ address, provider, change });
    await running.end('SIGTERM');
    await provider.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  },
});

/** On the provider's own page. */
const signInThere = async (page: Page, person: string): Promise<void> => {
  await page.locator('[name=login]').fill(person);
  await page.locator('[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
};

test('somebody comes in by the provider, shows again who they are, and signs out at both', async ({
  house,
  browser,
}) => {
  const { provider } = house;
  provider.people.set('adele', { name: 'Adele Ruiz', email: 'adele@example.gov', groups: ['fbs-admins'] });
  provider.people.set('carl', { name: 'Carl Cook', groups: ['kitchen'] });
  const context = await browser.newContext({ baseURL: house.address });
  const page = await context.newPage();

  // whom no group gives a role is told whom to ask
  await page.goto('/reviews/2021');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in with Office account' }).click();
  await signInThere(page, 'carl');
  await expect(page.getByText('none of your groups there has a role here')).toBeVisible();
  await expectAccessible(page);
  await context.clearCookies();

  await page.getByRole('link', { name: 'Sign in with Office account' }).click();
  await expect(page).toHaveURL(new RegExp(`^${provider.issuer}`));
  await signInThere(page, 'adele');
  await expect(page).toHaveURL(/\/reviews\/2021/);
  await expect(page.getByRole('button', { name: 'Adele Ruiz' })).toBeVisible();

  // a while later something is asked that is hard to undo
  house.change("update sessions set proved_at = '2020-01-01T00:00:00.000Z'");
  await page.getByRole('button', { name: /^Reopen/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('A figure of the last quarter was wrong.');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reopen/ })
    .click();
  const question = page.getByRole('dialog', { name: 'Is it still you?' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  const opened = page.waitForEvent('popup');
  await question.getByRole('button', { name: 'Go on with Office account' }).click();
  await signInThere(await opened, 'adele');
  await expect(question).toBeHidden();
  await expect(page.getByRole('main')).toContainText('Version 2.');

  await page.goto('/account');
  const own = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(own.getByRole('row', { name: /this one/ })).toContainText('By single sign-on');
  await expectAccessible(page);

  // the provider asks before it forgets somebody, and leads back
  await page.getByRole('button', { name: 'Adele Ruiz' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/session/end`));
  await page.locator('button[name=logout]').click();
  await expect(page).toHaveURL(`${house.address}/sign-in`);
  await page.getByRole('link', { name: 'Sign in with Office account' }).click();
  await expect(page.locator('[name=login]')).toBeVisible();
  await context.close();
});

test('a session that ends while somebody types is begun again in place, and nothing is lost', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/reviews/2022');
  const summary = page.getByRole('textbox', { name: 'Summary' });
  await summary.fill('A year of recovery, ');
  await page.request.delete('/api/session');
  await summary.press('End');
  await summary.pressSequentially('after a year of loss.');
  const question = page.getByRole('dialog', { name: 'You are signed out' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: /^Sign in again as/ }).click();
  await expect(question).toBeHidden();
  await expect(summary).toContainText('A year of recovery, after a year of loss.');
  await expect
    .poll(async () => (await (await page.request.get('/api/strategies/fbs-2018-2022/reviews/2022')).json()).summary)
    .toBe('A year of recovery, after a year of loss.');
});
