import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, expectAccessible, test } from './office.ts';

const screen = '/entry/import?year=2022';

const upload = (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel('Spreadsheet').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const figureIn = async (page: Page, indicator: string): Promise<string | null> => {
  const answer = await page.request.get(`/api/strategies/fbs-2018-2022/indicators/${indicator}/values/2022`);
  return ((await answer.json()) as { value: string | null }).value;
};

const head = 'indicator,year,value,explanation';

test('a planner fills in the template, sees what would happen, takes it over and takes it back', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto('/entry?year=2022');
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'FY 2022, CSV' }).click(),
  ]);
  const template = await readFile(await download.path(), 'utf8');
  expect(template).toContain('1.2-D');
  const filled = template.replace(/^(1\.2-D,.*,2022),,/m, '$1,4870,Two courses were added.');
  expect(filled).not.toBe(template);
  await upload(page, 'fy-2022.csv', filled);
  await expect(page.getByRole('heading', { name: 'fy-2022.csv' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1 row would be taken over. Nothing is written yet.');
  expect(await figureIn(page, '1.2-D')).toBeNull();
  await page.getByRole('button', { name: 'New 1' }).click();
  await expect(page.getByRole('table').first()).toContainText('4,870');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take over 1 row' }).click();
  await expect(page.getByRole('main')).toContainText('1 row was taken over.');
  expect(await figureIn(page, '1.2-D')).toBe('4870');
  await page.getByRole('button', { name: 'Take fy-2022.csv back' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('main')).toContainText('taken back by Dana Whitfield');
  expect(await figureIn(page, '1.2-D')).toBeNull();
});

test('refused rows say why, and the good rows are taken over alone', async ({ office }) => {
  const page = await office.signIn('contributor');
  await page.goto(screen);
  await upload(page, 'mixed.csv', `${head}\n1.2-D,2022,"4,870",More.\n5.2-C,2022,5,\n1.2-D,2031,5,`);
  await expect(page.getByRole('main')).toContainText('1 row would be taken over; 2 cannot be.');
  await page.getByRole('button', { name: 'Refused 2' }).click();
  await expect(page.getByRole('main')).toContainText('FY 2031 lies outside the strategy');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '2 rows to fix, CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('Values,3,5.2-C,2022,5');
  await page.getByRole('button', { name: 'Take over the 1 good row only' }).click();
  await expect(page.getByRole('main')).toContainText('1 row was taken over; 2 could not be.');
  expect(await figureIn(page, '1.2-D')).toBe('4870');
});

/** A workbook that says that one of its parts has 4 GB. */
const bomb = (): Buffer => {
  const archive = Buffer.from(zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') }));
  archive.writeUInt32LE(0xfffffff0, archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return archive;
};

const badFiles: readonly (readonly [string, Buffer, string])[] = [
  ['empty.csv', Buffer.alloc(0), 'This file is empty'],
  ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'of an old kind (.xls)'],
  ['picture.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'This is no workbook and no CSV file'],
  ['torn.xlsx', Buffer.from('PK\u0003\u0004nothing'), 'This workbook is damaged'],
  ['bomb.xlsx', bomb(), 'grows too large when it is opened'],
  ['twice.csv', Buffer.from('indicator,year,value,value\n1.2-D,2022,1,2'), 'two columns "value"'],
];

test('a file that cannot be read says what to do, with the keyboard alone too, and stays in the list', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  await page.goto(screen);
  await expect(page.getByRole('main')).toContainText('Nothing was imported yet');
  const choose = page.getByRole('button', { name: 'Choose a file' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.press('Enter')]);
  await chooser.setFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') });
  await expect(page.getByRole('main')).toContainText('has no column "indicator"');
  await expectAccessible(page);
  for (const [name, buffer, why] of badFiles) {
    await page.getByLabel('Spreadsheet').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(why);
  }
  await page.goto(screen);
  await expect(page.getByRole('row', { name: /notes\.csv Dana Whitfield/ })).toContainText('Could not be read');
});

/** What a person drops onto the upload area. */
const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(`
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/csv' }));
    for (const kind of ['dragover', 'drop']) {
      const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer });
      document.querySelector('[aria-label="Upload"]').dispatchEvent(event);
    }
  `);

test('a dropped file carries a narrative, what does not apply and what has no target', async ({ office }) => {
  const page = await office.signIn('planner');
  await page.goto(screen);
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  const lines = [
    'sheet,indicator,year,value,not applicable,no target',
    'Values,1.2-D,2022,,The survey was stopped.,',
    'Targets,1.2-D,2022,,,Nothing to plan for.',
  ];
  await drop(page, 'reasons.csv', lines.join('\n'));
  await expect(page.getByRole('main')).toContainText('2 rows would be taken over');
  await expect(page.getByRole('table').first()).toContainText('Marked not applicable.');
  await page.getByRole('button', { name: 'Take over 2 rows' }).click();
  await expect(page.getByRole('main')).toContainText('2 rows were taken over.');
  await page.goto('/entry?year=2022');
  await expect(page.getByRole('row', { name: /1\.2-D/ }).first()).toContainText('Not applicable');
});

const definition = {
  name: 'People reached by district',
  definition: 'People whom the office reached in the year.',
  unit: 'people',
  kind: 'number',
  decimals: 0,
  direction: 'increase',
  tolerance: null,
  accumulation: 'annual',
  cumulativeSince: null,
  periodBasis: 'fiscal_year',
  level: 'output',
  role: 'performance',
  status: 'proposed',
  section: 'IP',
  owner: null,
  dataSource: 'Records',
  collectionMethod: null,
  frequency: null,
  dueRule: null,
  limitations: null,
  reference: null,
  computed: null,
  baseline: null,
  dataQuality: { items: {}, standards: {} },
};

const districts = Array.from({ length: 10_000 }, (_, index) => `district ${index}`);
const disaggregations = [{ dimension: 'district', categories: districts, sumsToTotal: false }];

/** A file of 200,000 rows, about twenty indicators that are made for it. */
const largeFile = async (page: Page): Promise<string> => {
  const lines = ['indicator,year,dimension,category,value'];
  for (let number = 0; number < 20; number += 1) {
    const code = `5.2-${String.fromCharCode(76 + (number % 10))}${number < 10 ? 'A' : 'B'}`;
    const data = { code, objective: '5.2', definition: { ...definition, disaggregations } };
    const answer = await page.request.post('/api/strategies/fbs-2018-2022/indicators', { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    for (const [at, district] of districts.entries()) lines.push(`${code},2022,district,${district},${at}.${number}`);
  }
  return lines.join('\n');
};

const partsOf = async (page: Page, indicator: string): Promise<readonly { value: string }[]> => {
  const answer = await page.request.get(`/api/strategies/fbs-2018-2022/indicators/${indicator}/values/2022`);
  return ((await answer.json()) as { breakdown: readonly { value: string }[] }).breakdown;
};

test('200,000 rows are read, stopped, and taken over, and the overview answers meanwhile', async ({ office }) => {
  test.setTimeout(180_000);
  const page = await office.signIn('planner');
  const file = await largeFile(page);
  await page.goto(screen);
  await upload(page, 'districts.csv', file);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('main')).toContainText('200,000 rows would be taken over', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Later rows' }).click();
  await expect(page.getByRole('navigation', { name: 'Rows of the file' })).toContainText('Rows 201 to 400 of 200,000');
  // other files keep the thread busy, so that there is time to change one's mind
  for (const name of ['other.csv', 'another.csv']) {
    const other = { name, mimeType: 'text/csv', buffer: Buffer.from(file) };
    await page.request.post('/api/strategies/fbs-2018-2022/imports?wait=false', { multipart: { file: other } });
  }
  await page.getByRole('button', { name: 'Take over 200,000 rows' }).click();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await expect(page.getByRole('main')).toContainText('It was cancelled: nothing of it was written.', {
    timeout: 60_000,
  });
  expect(await partsOf(page, '5.2-LA')).toEqual([]);
  await upload(page, 'districts.csv', file);
  await page.getByRole('button', { name: 'Take over 200,000 rows' }).click({ timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toBeVisible();
  const began = Date.now();
  const overview = await page.request.get('/api/strategies/fbs-2018-2022/overview?year=2022');
  expect(overview.ok()).toBe(true);
  expect(Date.now() - began).toBeLessThan(2000);
  // whoever leaves finds what came of it
  await page.goto('/entry/import?year=2022');
  await expect(page.getByRole('row', { name: /districts\.csv.*Taken over/ })).toContainText('200,000', {
    timeout: 60_000,
  });
  const parts = await partsOf(page, '5.2-UB');
  expect([parts.length, parts.at(-1)?.value]).toEqual([10_000, '9999.19']);
});

test('who enters nothing sees no link and no upload', async ({ office }) => {
  const page = await office.signIn('viewer');
  await page.goto('/entry?year=2022');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Data entry/);
  await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await page.goto(screen);
  await expect(page.getByRole('main')).toContainText('Only planners and contributors import figures');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toHaveCount(0);
  await expectAccessible(page);
});
