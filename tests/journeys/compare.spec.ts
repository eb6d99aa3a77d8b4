import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './office.ts';
import { open, screens } from './screens.ts';

test('two years and two days stand side by side, with what changed, by whom and why', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/goals/1?year=2021');
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare FY 2020 and FY 2021');
  const row = page.getByRole('row').filter({ hasText: '1.2-D' });
  await expect(row).toContainText('2,870');
  await expect(row).toContainText('better');
  await expect(row).toContainText('FY 2021 restated from 4,301 to 4,310');
  await expect(row).toContainText('Digits swapped in the total');
  await expectAccessible(page);

  await page.getByLabel('Part of the strategy').selectOption({ label: 'The whole strategy' });
  await expect(page.getByRole('main').getByText(/^12 ratings rose, 3 fell/)).toBeVisible();
  await page.getByLabel('One year').selectOption('FY 2019');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare FY 2019 and FY 2021');

  await page.getByRole('radio', { name: 'Two days' }).check();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('as of Dec. 31, 2021 and as of today');
  // a day that is changed by keys keeps the focus: the next key changes it on
  const first = page.getByLabel('As of', { exact: true });
  await first.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('as of Dec. 30, 2021');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('as of Dec. 29, 2021');

  await page.goto('/compare?year=2019&since=2020-12-31');
  await expect(page.getByRole('main').getByText('6 figures were restated and 1 definition changed.')).toBeVisible();
  await page.getByLabel('Only what changed').check();
  await expect(page).toHaveURL(/only=changes/);
  await expect(page.getByRole('row').filter({ hasText: '1.2-A' })).toContainText('from 11,420 to 11,841');
  await expect(page.getByRole('row').filter({ hasText: '2.1-C' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Only what changed')).toBeChecked();
  await expectAccessible(page);
});

test('from a past day one step leads to what changed since', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/?year=2019&asOf=2020-12-31');
  await page.getByRole('link', { name: 'Compare with today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Compare FY 2019 as of Dec. 31, 2020 and as of today',
  );
  await expect(page.getByRole('complementary', { name: 'As-of day' })).toHaveCount(0);
});

test('the year is presented slide by slide, by keys alone, and every slide fits a projector', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/?year=2022');
  await page.getByRole('link', { name: 'Present' }).click();
  await expect(page.getByText('1 of 7', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expectAccessible(page);
  const titles = ['Prosecution', 'Protection', 'Prevention', 'Partnership', 'Management', 'Needs attention'];
  for (const [index, title] of titles.entries()) {
    await page.keyboard.press(index % 2 === 0 ? 'ArrowRight' : 'PageDown');
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expect(page.getByRole('status')).toContainText(`Page ${index + 2} of 7`);
    const beyond = await page.evaluate<number>('document.documentElement.scrollHeight - window.innerHeight');
    expect(beyond, title).toBeLessThanOrEqual(0);
    // a draft that the presenter may see is not for the whole room
    if (title === 'Prevention') await expect(page.getByRole('main')).not.toContainText('5,640');
  }
  await expectAccessible(page);
  await page.keyboard.press('PageUp');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.keyboard.press('Home');
  await expect(page.getByText('1 of 7', { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await page.reload();
  await expect(page.getByText('7 of 7', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Full screen' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/\?.*year=2022/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await page.evaluate('document.fullscreenElement')).toBeNull();
  await page.goBack();
  await expect(page.getByText('7 of 7', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a chart leaves as a picture, as a drawing and as data, by keys alone', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/indicators/1.2-D?year=2021');
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
  const menu = page.getByRole('button', { name: 'Copy or save' }).first();
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copy as PNG' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'copied as a picture' })).toBeAttached();
  await expect(menu).toBeFocused();
  const [width, height, corner] = await page.evaluate<[number, number, number[]]>(`(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType('image/png'));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    return [picture.width, picture.height, [...context.getImageData(2, 2, 1, 1).data]];
  })()`);
  expect(width).toBeGreaterThan(1200);
  expect(height).toBeGreaterThan(700);
  expect(corner).toEqual([255, 255, 255, 255]);

  const saved = async (name: string) => {
    await menu.click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    return { name: download.suggestedFilename(), text };
  };
  const drawing = await saved('Download SVG');
  expect(drawing.name).toBe('1.2-D-FY-2021.svg');
  expect(drawing.text).toContain('@font-face');
  expect(drawing.text).toContain('as of');
  expect(drawing.text).not.toMatch(/var\(|class=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  const data = await saved('Download data (CSV)');
  expect(data.name).toBe('1.2-D-FY-2021.csv');
  expect(data.text.startsWith('\uFEFFPeriod,Value,First reported,Target')).toBe(true);
  expect(data.text).toContain('FY 2021,4310,4301,4200,');

  // over plain HTTP from another machine a page has no clipboard
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.reload();
  await menu.click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Copy as PNG' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe('1.2-D-FY-2021.png');
});

/** What would be missing from a sheet of paper: parts beside it, words that are cut, boxes that hide their text. */
const missingOnPaper = `(() => {
  const shown = [...document.querySelectorAll('main *')].filter((part) => part.checkVisibility());
  const onSheet = shown.filter((part) => !part.closest('.visually-hidden, svg') && !part.querySelector(':scope > *'));
  const beside = onSheet.filter((part) => part.getBoundingClientRect().right > innerWidth + 1);
  const isCut = (part) => {
    const { overflowX, overflowY } = getComputedStyle(part);
    // a field of one line cannot break it; it stands in the forms of planners alone
    return part.clientWidth > 1 && !part.closest('.visually-hidden, svg, input') &&
      ((overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1) ||
        (overflowY !== 'visible' && part.scrollHeight > part.clientHeight + 2));
  };
  const named = (word) => (part) => word + ': ' + part.className + ' ' + part.textContent.slice(0, 40);
  const pressed = '.header, .menu, .usa-button, .usa-skipnav';
  return [...beside.map(named('beside')), ...shown.filter(isCut).map(named('cut')),
    ...[...document.querySelectorAll(pressed)].filter((part) => part.checkVisibility()).map(named('pressed'))];
})()`;

test('every screen prints whole on Letter and A4, without what is pressed, and in the light', async ({ office }) => {
  test.setTimeout(120_000);
  const page = await office.signIn('planner');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
  await open(page, '/?year=2022');
  const sheets = `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSPageRule ? [rule.selectorText] : []))`;
  // what stands at the foot of each page, and which pages lie across
  expect(await page.evaluate(sheets)).toEqual(['', 'evaluation', 'wide', 'wide-evaluation']);
  for (const screen of [...screens, '/present?year=2022', '/reviews/2021/export', '/search?q=training']) {
    await open(page, screen);
    for (const [format, width] of Object.entries({ Letter: 725, A4: 702 })) {
      await page.setViewportSize({ width, height: 1000 });
      expect.soft(await page.evaluate(missingOnPaper), `${screen} on ${format}`).toEqual([]);
    }
    await expect.soft(page.getByText(/As of|as it stood at the end of/).first(), screen).toBeVisible();
    expect.soft(await page.evaluate('getComputedStyle(document.body).color'), screen).toBe('rgb(27, 27, 27)');
  }
});
