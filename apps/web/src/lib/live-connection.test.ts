// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Checked, listenToServer } from './live-connection.ts';

/** The browser's own EventSource, in the hands of the test. */
class Source extends EventTarget {
  static readonly opened: Source[] = [];
  onerror: (() => void) | null = null;
  isClosed = false;
  constructor() {
    super();
    Source.opened.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  say(name: string, data: unknown = {}): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

const latest = (): Source => {
  const source = Source.opened.at(-1);
  if (source === undefined) throw new Error('nothing was opened');
  return source;
};
const open = (): number => Source.opened.filter(({ isClosed }) => !isClosed).length;

let found: Checked;
let visible: DocumentVisibilityState;
const heard: string[] = [];
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  Source.opened.length = 0;
  heard.length = 0;
  found = 'reached';
  visible = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
  end = listenToServer({
    onHello: ({ dataVersion }) => heard.push(`hello ${dataVersion}`),
    onNews: ({ dataVersion }) => heard.push(`news ${dataVersion}`),
    onReach: (reached) => heard.push(reached ? 'reached' : 'unreachable'),
    onSignedOut: () => heard.push('signed out'),
    check: async () => found,
  });
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const breakDown = async (): Promise<void> => {
  latest().onerror?.();
  await vi.advanceTimersByTimeAsync(0);
};
const look = (state: DocumentVisibilityState): void => {
  visible = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

test('passes on what it hears', () => {
  latest().say('hello', { dataVersion: 4 });
  latest().say('changed', { dataVersion: 5, changes: [], more: 0 });
  expect(heard).toEqual(['hello 4', 'news 5']);
});

test('tries again at once after a short break, and says nothing of it', async () => {
  found = 'unreachable';
  await breakDown();
  await vi.advanceTimersByTimeAsync(1000);
  latest().say('hello', { dataVersion: 4 });
  expect(heard).toEqual(['hello 4']);
  expect(open()).toBe(1);
});

test('says once that the server does not answer, goes on trying ever more slowly, and says when it does', async () => {
  found = 'unreachable';
  for (const wait of [1000, 2000, 4000, 8000, 8000]) {
    await breakDown();
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(open()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(open()).toBe(1);
  }
  expect(heard).toEqual(['unreachable']);
  latest().say('hello', { dataVersion: 9 });
  expect(heard).toEqual(['unreachable', 'reached', 'hello 9']);
});

test('ends where the session has ended, and does not come back by itself', async () => {
  found = 'signed-out';
  latest().say('ended');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual(['signed out']);
  expect(open()).toBe(0);
});

test('opens anew where nothing was heard for longer than a heartbeat takes', async () => {
  for (let beat = 0; beat < 5; beat += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    latest().say('here');
  }
  expect(Source.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(Source.opened).toHaveLength(2);
});

test('lets go in a hidden tab after a while, and comes back when it is looked at', async () => {
  look('hidden');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(open()).toBe(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(open()).toBe(0);
  look('visible');
  expect(open()).toBe(1);
});

test('comes back as soon as the network does', async () => {
  found = 'unreachable';
  for (let time = 0; time < 4; time += 1) {
    await breakDown();
    if (time < 3) await vi.advanceTimersByTimeAsync(8000);
  }
  expect(open()).toBe(0);
  window.dispatchEvent(new Event('online'));
  expect(open()).toBe(1);
});
