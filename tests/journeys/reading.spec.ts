import { expect, expectAccessible, test } from './office.ts';

test('as of a past day the old figures stand, and the page says so', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/indicators/1.2-A?year=2019');
  await expect(page.getByRole('main')).toContainText('11,841');
  await page.goto('/indicators/1.2-A?year=2019&asOf=2021-12-31');
  await expect(page.getByRole('main')).not.toContainText('11,841');
  await expect(page.getByText(/Dec\. 31, 2021/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto('/?year=2021&asOf=2020-12-31');
  await expect(page.getByRole('main')).toContainText('Nothing due yet');
  await page.reload();
  await expect(page.getByText(/Dec\. 31, 2020/).first()).toBeVisible();
});

test('the address holds the year: switching, going back and reloading keep it', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/?year=2022');
  await expect(page.getByRole('main')).toContainText('8 of 11 rated');
  await page.getByRole('link', { name: 'FY 2021' }).first().click();
  await expect(page).toHaveURL(/year=2021/);
  await expect(page.getByRole('main')).toContainText('10 of 17 rated');
  await page.reload();
  await expect(page.getByRole('main')).toContainText('10 of 17 rated');
  await page.goBack();
  await expect(page.getByRole('main')).toContainText('8 of 11 rated');
});

test('no screen puts a year after the strategy over the figures of its last one', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/indicators/4.1-B?year=2022');
  await expect(page.getByRole('main')).toContainText(
    'Targets were met in every rated year: FY 2018, FY 2019, FY 2020, FY 2021 and FY 2022',
  );
  await page.goto('/indicators/1.1-A?year=2022');
  await page.getByRole('link', { name: 'CY 2023' }).click();
  await expect(page).toHaveTitle(/FY 2023/);
  await page.getByRole('link', { name: 'Overview' }).first().click();
  await expect(page).toHaveURL(/year=2022/);
  await expect(page).toHaveTitle(/FY 2022/);
  await expect(page.getByRole('main')).toContainText('8 of 11 rated');
});

test('whoever is not signed in is asked to, and comes back to where they wanted to go', async ({ office, browser }) => {
  const context = await browser.newContext({ baseURL: office.address });
  const page = await context.newPage();
  await page.goto('/goals/2?year=2021');
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('radio', { name: /viewer/i })
    .first()
    .check();
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(page).toHaveURL(/goals\/2\?year=2021/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Protection');
  await context.close();
});
