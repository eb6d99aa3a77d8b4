import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './office.ts';
import { open, overlay, screens } from './screens.ts';

const everyLetter = 'html { font-size: 200% !important }';
/** WCAG 2.2, 1.4.12: what a person may set, and nothing may be lost by it. */
const moreSpace =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  'p { margin-bottom: 2em !important }';

/** What axe finds, with the rule on the size of what is pressed, which it leaves out by itself. */
const findings = async (page: Page): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

test('axe finds nothing on any screen in any theme, and nothing moves for who asked for rest', async ({ office }) => {
  test.setTimeout(600_000);
  const page = await office.signIn('planner');
  for (const screen of screens) {
    await test.step(screen, async () => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await open(page, screen);
      expect.soft(await findings(page), `${screen}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect.soft(await findings(page), `${screen}, dark`).toEqual([]);
      expect.soft(await page.evaluate('document.getAnimations().length'), `${screen}, moves`).toBe(0);
    });
  }
});

/** Heads that cards repeat, words for those who listen, and the beginning of a note that the panel shows whole. */
const aside = 'thead, .visually-hidden, .grid__state small';

/** What leaves the page sideways, and words that are cut where they stand. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    const isCut = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      return element.clientWidth > 1 && element.textContent.trim() !== '' && !element.closest('${aside}') &&
        ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 2));
    };
    const cut = [...document.querySelectorAll('header *, main *')].filter(isCut);
    return [...(beyond > 0 ? ['the page is ' + beyond + ' px too wide'] : []),
      ...cut.slice(0, 5).map((element) => 'cut: ' + element.className + ' ' + element.textContent.slice(0, 40))];
  })()`);

const settings: readonly (readonly [name: string, width: number, css: string])[] = [
  ['at 320 px', 320, ''],
  ['at 390 px', 390, ''],
  ['at twice the size', 720, ''],
  ['at 1024 px', 1024, ''],
  ['with letters twice as large', 1280, everyLetter],
  ['with letters twice as large on a small screen', 640, everyLetter],
  ['with more space in the text', 1440, moreSpace],
  ['with more space in the text on a telephone', 320, moreSpace],
];

test('nothing is cut and no screen scrolls sideways, however narrow the page and however large the letters', async ({
  office,
}) => {
  test.setTimeout(480_000);
  const page = await office.signIn('planner');
  for (const screen of screens) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, screen);
    for (const [name, width, css] of settings) {
      await page.setViewportSize({ width, height: 800 });
      await overlay(page, css);
      // two frames: frames that measure themselves have measured
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      expect.soft(await lost(page), `${screen} ${name}`).toEqual([]);
    }
  }
});

test('each screen has a title of its own, one heading, its landmarks, and says where in the site it is', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  const titles = new Map<string, string>();
  for (const screen of screens) {
    await open(page, screen);
    const title = await page.title();
    expect.soft(title, screen).toMatch(/^.+ \| FBS Performance$/);
    // the parts of one screen share its title
    const path = screen.replace(/[?&](objective|columns)=[^&]+/, '');
    expect.soft(titles.get(title) ?? path, `${title} names two screens`).toBe(path);
    titles.set(title, path);
    expect.soft(await page.locator('h1').count(), `${screen}, headings`).toBe(1);
    expect.soft(await page.getByRole('main').count(), `${screen}, main`).toBe(1);
    expect.soft(await page.getByRole('banner').count(), `${screen}, banner`).toBe(1);
    const present = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]');
    expect
      .soft(await present.count(), `${screen}, present part`)
      .toBe(/^.(nowhere|search|help|admin)/.test(screen) ? 0 : 1);
    const wrong = await page.evaluate(
      `[...document.querySelectorAll('main a[aria-current=page]')].filter((link) => link.pathname !== location.pathname).map((link) => link.textContent)`,
    );
    expect.soft(wrong, `${screen}: links that say they are the present page`).toEqual([]);
  }
});

test('where a person’s own few colors replace ours, links, focus, states, bars and lines stay visible', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  await page.emulateMedia({ forcedColors: 'active' });
  const invisible = `(() => {
    const canvas = getComputedStyle(document.body).backgroundColor;
    const seen = [...document.querySelectorAll('header a, .mark svg, .stacked-bar rect, .recharts-line path, .flow path')]
      .filter((part) => part.checkVisibility());
    const colorsOf = ({ color, fill, stroke }) => [color, fill, stroke];
    return seen.filter((part) => colorsOf(getComputedStyle(part)).every((each) => each === canvas || each === 'none'))
      .map((part) => part.outerHTML.slice(0, 80));
  })()`;
  for (const screen of [
    '/?year=2022',
    '/indicators/1.2-D?year=2021',
    '/linkages?year=2022',
    '/completeness?year=2022',
  ]) {
    await open(page, screen);
    expect.soft(await page.evaluate(invisible), screen).toEqual([]);
    await page.keyboard.press('Tab');
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate<string>(`(() => {
        const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(document.activeElement);
        return outlineStyle === 'none' || outlineWidth === '0px' || outlineColor === backgroundColor
          ? document.activeElement.outerHTML.slice(0, 80) : '';
      })()`);
      expect.soft(outline, `${screen}: focus is not seen`).toBe('');
    }
    const edges = await page.evaluate<string[]>(`[document.querySelector('.header__nav [aria-current]'), document.body]
      .map((part) => getComputedStyle(part))
      .map(({ borderBottomColor, backgroundColor }, index) => (index === 0 ? borderBottomColor : backgroundColor))`);
    expect.soft(edges[0], `${screen}: the present part is not marked`).not.toBe(edges[1]);
  }
});

/** The search that was asked nothing has no data to wait for, and the help is a part of the screens. */
const withData = screens.filter(
  (screen) => !/nowhere|help|asOf|columns|2018|objective=5|1\.2-A|4\.2-B|^\/search$/.test(screen),
);
const refusal = { type: 'about:blank', title: 'There is no such thing', status: 404, detail: 'Choose another.' };

test('while its data are on their way a screen says so, and where they cannot come it says why and what to do', async ({
  office,
}) => {
  test.setTimeout(180_000);
  const page = await office.signIn('planner');
  for (const screen of withData) {
    await test.step(screen, async () => {
      let refuse: () => void = () => undefined;
      const refused = new Promise<void>((done) => {
        refuse = done;
      });
      let status = 503;
      await page.route('**/api/strategies/**', async (route) => {
        await refused;
        const body = JSON.stringify({ ...refusal, status });
        await route.fulfill({ status, contentType: 'application/problem+json', body });
      });
      await page.goto(screen);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      if ((await page.locator('[aria-busy=true]').count()) > 0) {
        expect.soft(await findings(page), `${screen}, loading`).toEqual([]);
      }
      refuse();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      const alert = page.getByRole('main').getByRole('alert').first();
      await expect.soft(alert, `${screen}, refused`).toContainText('Choose another.');
      status = 404;
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect.soft(alert.getByRole('button', { name: 'Try again' }), `${screen}, not there`).toHaveCount(0);
      await expect.soft(alert.getByRole('link'), `${screen}, not there`).not.toHaveCount(0);
      expect.soft(await findings(page), `${screen}, refused`).toEqual([]);
      await page.unrouteAll({ behavior: 'wait' });
    });
  }
});

test('menus and dialogs hold to the same while they are open, and give the focus back', async ({ office }) => {
  const page = await office.signIn('planner');
  await open(page, '/entry?year=2022&indicator=1.2-D');
  for (const name of [/^Dana Whitfield/, /^History/]) {
    const opener = page.getByRole('button', { name }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('dialog[open], .menu__panel:not([hidden])').first()).toBeVisible();
    expect.soft(await findings(page), `${name}, open`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
  }
  await page.setViewportSize({ width: 390, height: 800 });
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect.soft(await findings(page), 'the site’s own menu, open').toEqual([]);
});
