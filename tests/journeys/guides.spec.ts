import type { Page } from '@playwright/test';
import { fromTop, readGuide } from './guide-reader.ts';
import { expect, expectAccessible, test } from './office.ts';
import { reportFigures } from './review-office-work.ts';

const cell = (page: Page, name: string) => page.locator(`[data-cell="${name}"]`);

test('a reader finds what the guide for leadership shows', async ({ office }) => {
  const { page, press, see, picture, resize } = await readGuide(office, 'viewer', 'leadership');
  await page.goto('/?year=2022');
  await see('Targets met');
  await see('Explanations missing');
  await resize(880);
  await picture('overview');
  await see('Needs attention');
  // on that day the overdue values were overdue for as long as in every picture
  await page.goto('/?year=2022&asOf=2022-12-15');
  const attention = page.getByRole('heading', { name: 'Needs attention' });
  await expect(attention).toBeVisible();
  await resize(600);
  await fromTop(attention);
  await picture('needs-attention');
  await press('button', 'Back to today');
  await press('link', 'Linkages');
  await resize(760);
  await picture('linkages');
  await press('link', 'Overview');
  await press('button', 'As of', /^As of/);
  await page.getByLabel('Day to look back to').fill('2022-12-31');
  await press('button', 'Show');
  await expect(page.getByText('as it stood at the end of Dec. 31, 2022')).toBeVisible();
  await resize(640);
  await picture('past-day');
  await press('button', 'Back to today');
  await page.goto('/indicators/1.2-D?year=2021');
  await expect(page.getByRole('button', { name: 'View as table' }).first()).toBeVisible();
  await see('How was this rated?');
  await resize(980);
  await picture('indicator');
  await press('link', 'Annual review');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('Annual review');
  await page.getByRole('navigation', { name: 'Year' }).getByRole('link', { name: 'FY 2021' }).click();
  await expect(title).toHaveText('Annual review FY 2021');
  await press('link', 'All files');
  await see('Excel');
  await resize(760);
  await picture('export');
});

test('a contributor reports by the guide, also without a connection', async ({ office }) => {
  const { page, press, see, picture, resize } = await readGuide(office, 'contributor', 'contributor');
  await page.goto('/my-work');
  await see('Returned values');
  await see('Overdue');
  await resize(560);
  await picture('contributor-my-work');
  await press('link', 'Data entry');
  await page.goto('/entry?year=2022');
  await cell(page, '2.1-D:value').click();
  await see('Explanation of the deviation');
  await see('Source of the figure');
  await resize(860);
  await picture('contributor-cell');
  await cell(page, '1.2-D:value').click();
  // everything beside the cell has come before the connection goes
  await expect(page.getByRole('heading', { name: /^1\.2-D/ })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.context().setOffline(true);
  await page.keyboard.type('4,870');
  await page.keyboard.press('Enter');
  await cell(page, '1.2-D:value').click();
  await expect(page.getByText('1 cell waiting for the connection')).toBeVisible();
  await resize(700);
  await picture('offline');
  await page.context().setOffline(false);
  await expect(page.getByText('1 cell waiting for the connection')).toBeHidden();
  await cell(page, '1.2-D:value').click();
  await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible();
});

test('a reviewer decides by the guide, and finds what was signed', async ({ office }) => {
  const { page, press, see, picture, resize } = await readGuide(office, 'reviewer', 'reviewer');
  await page.goto('/my-work');
  await see('Waiting for your approval');
  await see('Sections of the review to clear');
  await page.getByRole('link', { name: /^2\.2-A/ }).click();
  await expect(page.getByRole('button', { name: 'Return …' })).toBeVisible();
  await resize(760);
  await picture('approve');
  await press('button', 'Approve');
  await press('link', 'My work', /^My work/);
  await page.getByRole('link', { name: /^3\.2 / }).click();
  await expect(page.getByRole('button', { name: 'Clear the section' })).toBeVisible();
  await see('Progress this year');
  await resize(900);
  await picture('section');
  await press('button', 'Return the section …');
  await page.keyboard.press('Escape');
  await page.goto('/reviews/2021');
  await see('Signed versions');
  await resize(760);
  await picture('signed');
});

test('a planner prepares the year by the guide', async ({ office }) => {
  const { page, press, see, picture, resize } = await readGuide(office, 'planner', 'planner');
  await page.goto('/entry?year=2022');
  await expect(cell(page, '1.2-D:value')).toBeVisible();
  await resize(860);
  await picture('grid');
  await press('link', 'Import');
  await see('1. Fill in a template');
  const rows = ['1.2-D,2022,4870,Two courses were added.', '2.1-D,2022,1515,', '5.1-A,2022,forty,'];
  const file = Buffer.from(['indicator,year,value,explanation', ...rows].join('\n'));
  await page.getByLabel('Spreadsheet').setInputFiles({ name: 'fy-2022.csv', mimeType: 'text/csv', buffer: file });
  const result = page.getByRole('heading', { name: 'fy-2022.csv' });
  await expect(result).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take over/ }).first()).toBeVisible();
  await see('Refused');
  await resize(470);
  await fromTop(result);
  await picture('import');
  await press('link', 'Data entry');
  await press('link', 'See what is missing');
  await see('Overdue');
  await resize(900);
  await picture('completeness');
  await press('link', 'Annual review');
  await see('Before clearance');
  await expect(page.getByRole('button', { name: 'Bold' }).first()).toBeVisible();
  await resize(900);
  await picture('review-gate');
  await page.goto('/reviews/2022?objective=1.2');
  await see('Evidence');
  await press('button', 'Add a file');
  await press('button', 'Send to clearance …');
  await expect(page.getByRole('dialog', { name: /^Not yet/ })).toBeVisible();
});

/** What is done in this journey is done today, whenever the picture is taken. */
const fixDays = async (page: Page): Promise<void> => {
  await page.route(/\/api\/audit(\?|$)/, async (route) => {
    const answer = await route.fetch();
    const entries = await answer.text();
    await route.fulfill({
      response: answer,
      body: entries.replace(/"at":"\d{4}-\d\d-\d\dT\d\d:\d\d/g, '"at":"2022-12-01T09:00'),
    });
  });
};

test('an administrator finds the screens of the guide', async ({ office }) => {
  const { page, press, see, picture, resize } = await readGuide(office, 'administrator', 'administrator');
  const openMenu = () => page.getByRole('button', { name: 'Sam Trudeau' }).click();
  await reportFigures((await office.signIn('planner')).request, (await office.signIn('reviewer')).request);
  await fixDays(page);
  await page.goto('/');
  await openMenu();
  await press('link', 'People');
  await resize(760);
  await picture('people');
  await press('link', 'Invite a person');
  await see('Make the invitation');
  await resize(900);
  await picture('invite');
  await openMenu();
  await press('link', 'Settings');
  await see('Band around a target, in percent');
  await resize(980);
  await picture('settings');
  await openMenu();
  await press('link', 'Audit log');
  await expect(page.getByRole('table', { name: /^Audit log/ })).toBeVisible();
  await see('Export as CSV');
  await resize(840);
  await picture('audit-log');
  await openMenu();
  await press('link', 'Manage strategies');
  await see('New strategy');
  await resize(480);
  await picture('strategies');
});

test('everybody finds the guide of their own role under their name, and from there the others', async ({ office }) => {
  const page = await office.signIn('reviewer');
  await page.goto('/');
  await page.getByRole('button', { name: 'Ruth Calloway' }).click();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The reviewer’s guide');
  for (const picture of await page.getByRole('main').getByRole('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0);
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Clear the sections of the review' }).click();
  await expect(page.getByRole('heading', { name: 'Clear the sections of the review' })).toBeInViewport();
  await page.getByRole('navigation', { name: 'Guides' }).getByRole('link', { name: 'Administrator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The administrator’s guide');
  await expectAccessible(page);
  await page.goto('/help/nobody');
  await expect(page.getByRole('main')).toContainText('There is no guide');
  await page.getByRole('link', { name: 'Go to your own guide' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The reviewer’s guide');
});
