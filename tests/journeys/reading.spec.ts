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

test('whoever is not signed in is asked to, and comes back to where they wanted to go', async ({ office, browser }) => {
  const context = await browser.newContext({ baseURL: office.address });
  const page = await context.newPage();
  await page.goto('/goals/2?year=2021');
  await expect(page).toHaveURL(/sign-in/);
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

const screens = [
  '/?year=2022',
  '/?year=2018',
  '/goals/1?year=2022',
  '/objectives/2.1?year=2022',
  '/indicators/1.2-D?year=2021',
  '/indicators/1.2-A?year=2022',
  '/indicators/4.2-B?year=2022',
  '/linkages?year=2022',
  '/my-work',
  '/completeness?year=2022',
  '/entry?year=2022',
  '/reviews/2022',
  '/reviews/2022?objective=5.2',
  '/reviews/2021',
  '/method',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ office }) => {
    test.setTimeout(180_000);
    const page = await office.signIn('planner');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const screen of screens) {
      await test.step(screen, async () => {
        await page.goto(screen);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
      });
    }
  });
}

for (const width of [320, 390, 1024]) {
  test(`no screen scrolls sideways at ${width} px`, async ({ office }) => {
    test.setTimeout(120_000);
    const page = await office.signIn('planner');
    await page.setViewportSize({ width, height: 900 });
    for (const screen of screens) {
      await page.goto(screen);
      await page.waitForLoadState('networkidle');
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect(beyond, screen).toBeLessThanOrEqual(0);
    }
  });
}
