import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

const server = fileURLToPath(new URL('../../apps/api/dist/server.js', import.meta.url));
const started = /answers at (http:\/\/\S+)/;

type Mode = 'evaluation' | 'production';
type Running = {
  readonly address: string;
  /** What it has told the console so far. */
  said(): string;
  stop(): Promise<void>;
};

/** Starts the built product over a database file, on a free port of this machine or on the one named. */
const start = (file: string, port = '0', mode: Mode = 'evaluation'): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, [server], {
      env: { ...process.env, PORT: port, HOST: '127.0.0.1', FBS_DATABASE: file, FBS_MODE: mode },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    const listen = (data: Buffer): void => {
      said += data.toString();
      const address = started.exec(said)?.[1];
      if (address === undefined) return;
      const stop = async (): Promise<void> => {
        child.kill();
        await ended;
      };
      resolve({ address, said: () => said, stop });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });

export type Persona =
  | 'planner'
  | 'planner-2'
  | 'contributor'
  | 'contributor-peia'
  | 'reviewer'
  | 'reviewer-2'
  | 'viewer'
  | 'administrator';

export type Office = {
  readonly address: string;
  /** A browser of its own, signed in as somebody. */
  signIn(persona: Persona): Promise<Page>;
  /** Stops the product; what it gives back starts it again at the same address. */
  stop(): Promise<() => Promise<void>>;
};

type Fixtures = {
  office: Office;
  /** The product in production, started for the first time. */
  fresh: Running;
};
type WorkerFixtures = { loaded: string };

/** Each test gets a running product of its own, with the evaluation data as they are loaded. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  loaded: [
    async ({ browserName: _browserName }, use) => {
      const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-journeys-'));
      const file = join(folder, 'loaded.db');
      await (await start(file)).stop();
      await use(file);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  office: async ({ loaded, browser }, use, { testId }) => {
    const file = loaded.replace('loaded.db', `${testId}.db`);
    copyFileSync(loaded, file);
    let running = await start(file);
    const contexts: BrowserContext[] = [];
    await use({
      address: running.address,
      signIn: async (persona) => {
        const context = await browser.newContext({ baseURL: running.address, acceptDownloads: true });
        contexts.push(context);
        const answer = await context.request.post('/api/session', { data: { persona } });
        expect(answer.ok()).toBe(true);
        return context.newPage();
      },
      stop: async () => {
        const { port } = new URL(running.address);
        await running.stop();
        return async () => {
          running = await start(file, port);
        };
      },
    });
    for (const context of contexts) await context.close();
    await running.stop();
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  },
  fresh: async ({ browserName: _browserName }, use) => {
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-fresh-'));
    const running = await start(join(folder, 'production.db'), '0', 'production');
    await use(running);
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Asks axe about the whole page as it stands now. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // a page that is only on its way has nothing to be judged yet
  await expect(page.locator('h1').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
    ),
  ).toEqual([]);
};

export { expect };

/** What others change is not told to this page: it would show it before the test has written over it. */
export const hearNothing = async (page: Page): Promise<void> => {
  await page.route('**/api/events*', (route) => route.abort());
};
