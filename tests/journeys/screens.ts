import type { Page } from '@playwright/test';
import { expect } from './office.ts';

/** Every screen of the site, with the states of it that its address can bring about; as a planner sees them. */
export const screens = [
  '/?year=2022',
  '/?year=2018',
  '/?year=2021&asOf=2020-12-31',
  '/goals/1?year=2022',
  '/objectives/2.1?year=2022',
  '/results?year=2022&list=attention',
  '/indicators/1.2-D?year=2021',
  '/indicators/1.2-A?year=2022',
  '/indicators/4.2-B?year=2022',
  '/indicators/new?objective=1.1',
  '/indicators/1.2-D/edit',
  '/linkages?year=2022',
  '/linkages/JSP-2018-2022/1.3?year=2022',
  '/linkages/load',
  '/my-work',
  '/completeness?year=2022',
  '/entry?year=2022',
  '/entry?year=2022&columns=all',
  '/entry/import',
  '/reviews/2022',
  '/reviews/2022?objective=5.2',
  '/reviews/2021',
  '/reviews/2021/export',
  '/compare?year=2021',
  '/compare?year=2019&since=2020-12-31&only=changes',
  '/search',
  '/search?q=training',
  '/method',
  '/help/administrator',
  '/nowhere',
];

/** Opens a screen and waits until everything that it shows has come. */
export const open = async (page: Page, screen: string): Promise<void> => {
  await page.goto(screen);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
};

/** Lays a rule over the page as a person's own style sheet would. */
export const overlay = (page: Page, css: string): Promise<void> =>
  page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    document.adoptedStyleSheets = [sheet];
  })()`);
