import type { Browser, Page } from '@playwright/test';
import { codeOf } from './authenticator.ts';
import { expect, expectAccessible, test } from './office.ts';

const password = { ada: 'violet kettle under nine bridges', noor: 'seven quiet otters by the pond' };

const openBrowser = async (browser: Browser, baseURL: string): Promise<Page> =>
  (await browser.newContext({ baseURL, acceptDownloads: true })).newPage();

/** The first administrator comes by the link of the console, and sets an app up beside the password. */
const setUp = async (page: Page, link: string): Promise<string> => {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Okafor');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada.okafor@example.gov');
  await page.getByRole('textbox', { name: 'Password' }).fill('passwordpassword');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByText('This password is easy to guess')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Password' }).fill(password.ada);
  await page.getByRole('checkbox', { name: 'Set up a second factor now' }).check();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const key = (await page.locator('.app-key__text').textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(key));
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('fbs-recovery-codes.txt');
  await page.getByRole('button', { name: /go on/ }).click();
  await expect(page.getByRole('button', { name: 'Ada Okafor' })).toBeVisible();
  return key;
};

const invite = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Ada Okafor' }).click();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Invite a person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Noor Haddad');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('noor.haddad@example.gov');
  await page.getByRole('checkbox', { name: /^Planner/ }).check();
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  return page.getByRole('textbox', { name: 'Link for Noor Haddad' }).inputValue();
};

const enter = async (page: Page, email: string, secret: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('a new office: the console lets the first administrator in, who lets others in and out again', async ({
  fresh,
  browser,
}) => {
  await expect.poll(() => fresh.said()).toMatch(/open http\S+#/);
  const link = /open (http\S+)/.exec(fresh.said())?.[1] ?? '';
  const ada = await openBrowser(browser, fresh.address);
  const key = await setUp(ada, link);
  const noor = await openBrowser(browser, fresh.address);
  await noor.goto(await invite(ada));
  await expect(noor.getByRole('heading', { name: 'Welcome, Noor Haddad' })).toBeVisible();
  await noor.getByRole('textbox', { name: 'Password' }).fill(password.noor);
  await noor.getByRole('button', { name: 'Show password' }).click();
  await expect(noor.getByRole('textbox', { name: 'Password' })).toHaveAttribute('type', 'text');
  await noor.getByRole('button', { name: 'Set the password' }).click();
  await expect(noor.getByRole('heading', { name: 'My work' })).toBeVisible();

  // a wrong password says the same whoever it is for, and at last asks to wait
  const stranger = await openBrowser(browser, fresh.address);
  await stranger.goto('/goals/2');
  await expectAccessible(stranger);
  for (let count = 0; count < 5; count += 1) {
    await enter(stranger, 'noor.haddad@example.gov', `guess number ${count}`);
    await expect(stranger.getByRole('alert')).toContainText('The e-mail address or the password is not right');
    await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  }
  await enter(stranger, 'noor.haddad@example.gov', password.noor);
  await expect(stranger.getByRole('alert')).toContainText(/wait \d+ seconds?, then try again/);

  // with the right password and a code one comes to where one was going, by keys alone
  await stranger.getByRole('textbox', { name: 'E-mail' }).fill('ada.okafor@example.gov');
  await stranger.getByRole('textbox', { name: 'Password' }).fill(password.ada);
  await stranger.keyboard.press('Enter');
  await expect(stranger.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await stranger.keyboard.type(codeOf(key, 1));
  await stranger.keyboard.press('Enter');
  await expect(stranger).toHaveURL(/\/goals\/2/);

  await ada.getByRole('link', { name: 'Back to the people' }).click();
  await expectAccessible(ada);
  await ada.getByRole('link', { name: 'Noor Haddad' }).click();
  await ada.getByRole('button', { name: 'Disable' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(ada.getByText('Disabled: cannot sign in.')).toBeVisible();
  await noor.reload();
  await expect(noor.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  // disabling was a change of one's own, and no conflict with what is typed beside it
  await expect(ada.getByRole('button', { name: 'Enable' })).toBeFocused();
  await ada.getByRole('textbox', { name: 'Title' }).fill('Former planner');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('status').filter({ hasText: 'Saved' }).first()).toBeVisible();

  await ada.goto('/account');
  await ada.getByRole('button', { name: 'New recovery codes' }).click();
  await expect(ada.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await expectAccessible(ada);
});
