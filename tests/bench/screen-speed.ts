import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const slowDown = 4;
const rounds = 5;

type Note = (what: string, measured: string, wanted: string, met: boolean) => void;
/** Serves the screens of a folder over the evaluation data, and says where. */
export type Serve = (
  webFolder: string,
) => Promise<{ readonly address: string; readonly close: () => Promise<unknown> }>;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Builds the same screens without a chart library. @throws with the build's own words */
const buildBarePages = (folder: string): void => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'apps/web/node_modules/vite/bin/vite.js',
      'build',
      'apps/web',
      ...['--config', `${root}tests/bench/bare-pages.config.ts`, '--outDir', folder, '--logLevel', 'warn'],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the bare pages could not be built: ${stderr}`);
};

/** Writes down when the first frame was drawn in which something stands at the selector; from the page's own start. */
const watchFor = (selector: string): string => `(() => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => { window.seenAt = performance.now(); }) : requestAnimationFrame(look);
  look();
})()`;

const newPage = async (browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/session', { data: { persona: 'viewer' } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return page;
};

/** Milliseconds until something is seen, in a browser that has never been here. */
const timeUntil = async (browser: Browser, address: string, path: string, selector: string): Promise<number> => {
  const page = await newPage(browser, address);
  await page.addInitScript(watchFor(selector));
  await page.goto(path);
  await page.waitForFunction(() => 'seenAt' in globalThis, undefined, { polling: 100 });
  const seen = await page.evaluate<number>('window.seenAt');
  await page.context().close();
  return seen;
};

/**
 * Milliseconds from the click on a link, whose page was fetched ahead, until the whole window shows that page: what a
 * screen puts off for a frame stands below.
 */
const timeToPrefetched = async (browser: Browser, address: string): Promise<number> => {
  const page = await newPage(browser, address);
  await page.goto('/?year=2022');
  const link = page.locator('main').getByRole('link', { name: 'Protection' }).first();
  await link.hover();
  await page.waitForTimeout(1500);
  await page.evaluate(`(() => {
    addEventListener('click', ({ timeStamp }) => {
      // a message that is posted while a frame is made arrives as soon as that frame is painted
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.took = performance.now() - timeStamp; };
      const painted = () => port2.postMessage(null);
      const isBelow = (each) => each.getBoundingClientRect().top >= innerHeight;
      const isWhole = () => document.title.startsWith('Goal 2') && document.querySelector('.objective-standing')
        && [...document.querySelectorAll('.later')].every(isBelow);
      const look = () => isWhole() ? painted() : requestAnimationFrame(look);
      look();
    }, { capture: true, once: true });
  })()`);
  await link.click();
  await page.waitForFunction(() => 'took' in globalThis, undefined, { polling: 100 });
  const took = await page.evaluate<number>('window.took');
  await page.context().close();
  return took;
};

const overview = { path: '/?year=2022', seen: '.key-figure__figure' };
const indicator = { path: '/indicators/1.2-D?year=2021' };

const ms = (time: number): string => `${Math.round(time)} ms`;

const measure = async (browser: Browser, ours: string, bare: string, note: Note): Promise<void> => {
  const times = { figures: [] as number[], bareFigures: [] as number[], charts: [] as number[], drawn: [] as number[] };
  const moves: number[] = [];
  // the first round warms both servers and is not counted
  for (let round = 0; round <= rounds; round += 1) {
    const figures = await timeUntil(browser, ours, overview.path, overview.seen);
    const bareFigures = await timeUntil(browser, bare, overview.path, overview.seen);
    const charts = await timeUntil(browser, ours, indicator.path, '.recharts-line path');
    const drawn = await timeUntil(browser, bare, indicator.path, '.hand-drawn polyline');
    const move = await timeToPrefetched(browser, ours);
    if (round === 0) continue;
    times.figures.push(figures);
    times.bareFigures.push(bareFigures);
    times.charts.push(charts);
    times.drawn.push(drawn);
    moves.push(move);
  }
  const compare = (what: string, own: readonly number[], other: readonly number[], most: number): void => {
    const ratio = median(own) / median(other);
    const shown = `${ratio.toFixed(2)} times (${ms(median(own))} and ${ms(median(other))})`;
    note(what, shown, `at most ${most} times`, ratio <= most);
  };
  compare('figures of the overview, beside a page without charts', times.figures, times.bareFigures, 1.15);
  compare('an indicator’s chart, beside hand-drawn SVG', times.charts, times.drawn, 2);
  note('a page that was fetched ahead paints after', ms(median(moves)), 'within 100 ms', median(moves) <= 100);
};

/** How soon screens are seen in a browser slowed down four times; all variants in turns, in one run. */
export const measureScreens = async (serve: Serve, barePages: string, note: Note): Promise<void> => {
  if (!existsSync(executablePath)) {
    console.log(`left   the speed of screens is not measured: there is no browser at ${executablePath}`);
    return;
  }
  buildBarePages(barePages);
  const [ours, bare] = [await serve(`${root}apps/web/dist`), await serve(barePages)];
  const browser = await chromium.launch({ executablePath, args: flags });
  await measure(browser, ours.address, bare.address, note);
  await browser.close();
  await Promise.all([ours.close(), bare.close()]);
};
