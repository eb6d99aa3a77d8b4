import type { Page } from '@playwright/test';
import { expect, test } from './office.ts';

const base = '/api/strategies/fbs-2018-2022/indicators';
const count = 30;

type Listed = { readonly indicators: readonly { readonly code: string; readonly entry: { readonly value: string } }[] };

const codesOf = (letter: string): string[] => Array.from({ length: count }, (_, at) => `2.2-${letter}${at + 1}`);
const figureOf = (letter: string, at: number): string => String(letter.charCodeAt(0) * 1000 + at);

/** Thirty indicators that nobody has entered anything for, found by their own word. */
const define = async (page: Page, letter: string, word: string): Promise<void> => {
  const { definition } = (await (await page.request.get(`${base}/2.2-A`)).json()) as { definition: object };
  const plain = { ...definition, computed: null, disaggregations: [], baseline: null, section: 'RMP' };
  for (const [at, code] of codesOf(letter).entries()) {
    const data = { code, objective: '2.2', definition: { ...plain, name: `${word} measure ${at + 1}` } };
    expect((await page.request.post(base, { data })).status()).toBe(201);
  }
};

/** How many of the thirty hold the figure that was meant. */
const right = async (page: Page, letter: string): Promise<number> => {
  const { indicators } = (await (await page.request.get(`${base}?year=2022`)).json()) as Listed;
  const values = new Map(indicators.map(({ code, entry }) => [code, entry.value]));
  return codesOf(letter).filter((code, at) => values.get(code) === figureOf(letter, at)).length;
};

const openGrid = async (page: Page, word: string, first: string): Promise<void> => {
  await page.goto(`/entry?year=2022&text=${word}`);
  await page.locator(`[data-cell="${first}:value"]`).click();
};

const saved = (page: Page): Promise<void> => expect(page.getByText(/^All changes saved/)).toBeVisible();

/** Says how long it took, without failing over it: a machine under load tells nothing about the product. */
const timed = async (way: string, work: () => Promise<void>): Promise<void> => {
  const begun = Date.now();
  await work();
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  test.info().annotations.push({ type: `${count} values by ${way}`, description: `${seconds} s` });
};

test('a planner enters thirty values by keyboard, by paste and by import, and every one arrives as it was meant', async ({
  office,
}) => {
  const page = await office.signIn('planner');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [letter, word] of [
    ['K', 'Typed'],
    ['P', 'Pasted'],
    ['M', 'Imported'],
  ] as const) {
    await define(page, letter, word);
  }

  await openGrid(page, 'Typed', '2.2-K1');
  await timed('keyboard', async () => {
    for (let at = 0; at < count; at += 1) {
      await page.keyboard.type(figureOf('K', at));
      await page.keyboard.press('Enter');
    }
    await saved(page);
  });
  expect(await right(page, 'K')).toBe(count);

  await openGrid(page, 'Pasted', '2.2-P1');
  const block = codesOf('P').map((_, at) => figureOf('P', at));
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block.join('\n'))})`);
  await timed('paste', async () => {
    await page.keyboard.press('Control+v');
    await page.getByRole('button', { name: `Paste the ${count} good cells` }).click();
    await saved(page);
  });
  expect(await right(page, 'P')).toBe(count);

  await page.goto('/entry/import?year=2022');
  const rows = codesOf('M').map((code, at) => `${code},2022,${figureOf('M', at)}`);
  const buffer = Buffer.from(['indicator,year,value', ...rows].join('\n'));
  await timed('import', async () => {
    await page.getByLabel('Spreadsheet').setInputFiles({ name: 'thirty.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: `Take over ${count} rows` }).click();
    await expect(page.getByRole('main')).toContainText(`${count} rows were taken over.`);
  });
  expect(await right(page, 'M')).toBe(count);
});
