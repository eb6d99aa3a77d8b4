import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './office.ts';

const element = '/linkages/JSP-2018-2022/1.3';
const dialog = (page: Page) => page.getByRole('dialog');

test('a path is traced by tap, by keyboard and by pointing, said in words, and let go', async ({ office, browser }) => {
  const page = await office.signIn('viewer');
  await page.goto('/linkages?year=2021');
  const said = page.locator('.flow__said');
  const goal = page.getByRole('button', { name: /^Goal 4 Partnership/ });
  await goal.hover();
  await expect(said).toContainText('3 objectives \u2192 goal 4 Partnership \u2192 JSP Goal 1.3');
  await page.mouse.move(0, 0);
  await goal.focus();
  await expect(said).toContainText('goal 4 Partnership');
  await page.keyboard.press('Escape');
  await expect(said).not.toContainText('goal 4 Partnership');
  await goal.focus();
  await expectAccessible(page);
  const storageState = await page.context().storageState();
  const phone = await browser.newContext({ baseURL: office.address, storageState, hasTouch: true, isMobile: true });
  const touched = await phone.newPage();
  await touched.goto('/linkages?year=2021');
  await touched.getByRole('button', { name: /^Goal 4 Partnership/ }).tap();
  await touched.getByRole('heading', { level: 1 }).tap();
  await expect(touched.locator('.flow__said')).toContainText('goal 4 Partnership');
  await touched.keyboard.press('Escape');
  await expect(touched.locator('.flow__said')).not.toContainText('goal 4 Partnership');
  await phone.close();
  await page.getByRole('button', { name: /^JSP Goal 1\.3/ }).click();
  await page.getByRole('link', { name: 'See what leads there' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What leads to JSP Goal 1.3');
});

test('the drawing leaves as a picture that needs no other file, and its lines as data', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/linkages?year=2021');
  const saved = async (name: string) => {
    await page.getByRole('button', { name: 'Copy or save' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const drawing = await saved('Download SVG');
  expect(drawing.name).toBe('linkages-JSP-2018-2022-FY-2021.svg');
  expect(drawing.text).toMatch(/^<svg[^>]* width="1088"/);
  for (const words of ['1 Prosecution', 'JSP Goal 1.3', 'Improved, target not met', 'Some figures are illustrative']) {
    expect(drawing.text).toContain(words);
  }
  expect(drawing.text).not.toMatch(/var\(|class=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  const data = await saved('Download data (CSV)');
  expect(data.text).toContain('Goal 1 Prosecution,JSP Goal 1.3,');
});

test('what an element rests on is reached from overview and goal page, and says words and results', async ({
  office,
}) => {
  const page = await office.signIn('viewer');
  await page.goto('/?year=2021');
  await page.getByRole('link', { name: 'See what leads there' }).click();
  await expect(page).toHaveURL(/linkages\/JSP-2018-2022\/1\.3/);
  await expect(page.getByRole('main')).toContainText('Met 10 of 17 rated');
  await expect(page.getByRole('main')).toContainText('aligning directly with goal 1.3');
  await expect(page.getByRole('button', { name: 'Add a linkage' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/goals/2?year=2021');
  await page.getByRole('link', { name: 'JSP Goal 1.3', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What stands behind it in FY 2021');
  for (const width of [320, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
      0,
    );
  }
});

test('a planner adds, edits and removes a linkage, takes the removal back, and past days stay as they were', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  await page.goto(`${element}?year=2021`);
  await page.getByRole('button', { name: 'Add a linkage' }).click();
  await dialog(page).getByRole('button', { name: 'Add the linkage' }).click();
  await expect(dialog(page)).toContainText('Choose what is linked');
  await expect(dialog(page).getByRole('combobox', { name: 'What is linked' })).toBeFocused();
  await expectAccessible(page);
  await dialog(page).getByRole('combobox', { name: 'What is linked' }).selectOption('objective 2.2');
  await dialog(page).getByRole('radio', { name: 'Supporting' }).check();
  await dialog(page)
    .getByRole('textbox', { name: /^Quotation/ })
    .fill('Services protect victims');
  await dialog(page).getByRole('button', { name: 'Add the linkage' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('main')).toContainText('Services protect victims');
  await page.getByRole('button', { name: 'Edit the linkage of goal 1 to' }).click();
  await dialog(page).getByRole('radio', { name: 'Contributing' }).check();
  await dialog(page).getByRole('button', { name: 'Save the linkage' }).click();
  await expect(dialog(page)).toContainText('Say why it changes');
  await expect(dialog(page).getByRole('textbox', { name: 'Why it changes' })).toBeFocused();
  await dialog(page).getByRole('textbox', { name: 'Why it changes' }).fill('The plan was reread.');
  await dialog(page).getByRole('button', { name: 'Save the linkage' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'Remove the linkage of objective 2.2 to' }).click();
  await expect(page.getByText('Removed: objective 2.2 to JSP Goal 1.3')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Services protect victims');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('main')).toContainText('Services protect victims');
  await page.getByText(/What was done to its linkages/).click();
  await expect(page.getByRole('main')).toContainText('Reason: The plan was reread.');
  await page.getByRole('button', { name: 'Remove the linkage of objective 2.2 to' }).click();
  await expect(page.getByText('Removed: objective 2.2 to JSP Goal 1.3')).toBeVisible();
  await page.goto(`${element}?year=2021`);
  await page.getByText(/What was done to its linkages/).click();
  await page.getByRole('button', { name: 'Bring back objective 2.2' }).click();
  await expect(page.getByText('Brought back: objective 2.2 to JSP Goal 1.3')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Services protect victims');
  await page.goto(`${element}?year=2021&asOf=2022-06-30`);
  await expect(page.getByRole('main')).toContainText('aligning directly with goal 1.3');
  await expect(page.getByRole('main')).not.toContainText('Services protect victims');
  await expect(page.getByRole('button', { name: 'Add a linkage' })).toHaveCount(0);
});

test('two planners change one linkage: the second sees both versions', async ({ office }) => {
  const [first, second] = [await office.signIn('planner'), await office.signIn('planner-2')];
  const edit = async (page: Page, strength: string): Promise<void> => {
    await page.goto(`${element}?year=2021`);
    await page.getByRole('button', { name: 'Edit the linkage of goal 3 to' }).click();
    await dialog(page).getByRole('radio', { name: strength }).check();
    await dialog(page).getByRole('textbox', { name: 'Why it changes' }).fill('The plan was reread.');
  };
  const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save the linkage' }).click();
  await edit(first, 'Enabling');
  await edit(second, 'Direct');
  await save(first);
  await expect(dialog(first)).toBeHidden();
  await save(second);
  await expect(dialog(second)).toContainText('Someone changed this linkage');
  await expect(dialog(second).getByRole('row', { name: /Strength Direct Enabling/ })).toBeVisible();
  await expectAccessible(second);
  await dialog(second).getByRole('button', { name: 'Go on with mine' }).click();
  await save(second);
  await expect(dialog(second)).toBeHidden();
  await expect(second.getByRole('region', { name: 'Goal 3 Prevention' })).toContainText('Direct');
});

const csv = (rows: readonly string[]): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'goals.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['code,parent,level,text', ...rows].join('\n')),
});

test('a framework is loaded from a file: refused with the circle, mended, saved, and linked to', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/linkages?year=2021');
  await page.getByRole('link', { name: 'Load a framework' }).click();
  await page.getByRole('textbox', { name: 'Code' }).fill('SDG-2030');
  await page.getByRole('textbox', { name: 'Title' }).fill('Sustainable Development Goals');
  const file = page.getByLabel('CSV file');
  const look = page.getByRole('button', { name: 'Look at what it would do' });
  await look.click();
  await expect(page.getByText('Choose a CSV file first')).toBeVisible();
  await expect(file).toBeFocused();
  await file.setInputFiles(csv(['A,C,goal,a', 'B,A,goal,b', 'C,B,goal,c']));
  await look.click();
  await expect(page.getByRole('main')).toContainText('A > B > C > A closes a circle');
  await expect(page.getByRole('button', { name: 'Save the framework' })).toHaveCount(0);
  await expectAccessible(page);
  await file.setInputFiles(csv(['8,,goal,Decent work', '8.7,8,target,End modern slavery']));
  await look.click();
  await expect(page.getByRole('main')).toContainText('Elements: 2 new.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the framework' }).click();
  await page.getByRole('link', { name: 'Go to its line of sight' }).click();
  await expect(page.getByRole('main')).toContainText('Nothing is linked to SDG 2030 yet');
  await expect(page.getByRole('main')).toContainText('2 of 2');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Load a framework' }).click();
  await page.getByRole('combobox', { name: 'Framework' }).selectOption('JSP-2018-2022');
  await expect(page.getByRole('main')).toContainText('5 linkages lead to JSP 2018\u20132022');
  await page.getByRole('combobox', { name: 'Framework' }).selectOption('SDG-2030');
  await page.getByRole('button', { name: 'Remove SDG 2030' }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('combobox', { name: 'Framework' }).getByRole('option')).toHaveCount(4);
});
