import type { Hello, News } from '@fbs/contract';

/** How it went when the server was asked who is signed in, after the connection had ended. */
export type Checked = 'reached' | 'unreachable' | 'signed-out';

type Options = {
  readonly onHello: (hello: Hello) => void;
  readonly onNews: (news: News) => void;
  /** Whether the server answers; said once each time that this changes. */
  readonly onReach: (reached: boolean) => void;
  readonly onSignedOut: () => void;
  readonly check: () => Promise<Checked>;
};

/** How long to wait before each next try, in milliseconds; the last one goes on. */
const waits = [1000, 2000, 4000, 8000];
/** The server says "here" every 15 seconds; a connection that slept says nothing any more. */
const silentAfterMs = 40_000;
/** A hidden tab lets go, since a browser opens few connections to one place; it catches up when it is looked at again. */
const hiddenForMs = 30_000;

const dataOf = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;

/** Listens to /api/events for as long as the page is looked at, and comes back by itself. Returns what ends it. */
export const listenToServer = (options: Options): (() => void) => {
  // without it the page is as it was when it was opened, and works
  if (!('EventSource' in window)) return () => undefined;
  let source: EventSource | null = null;
  let heardAt = 0;
  let tries = 0;
  let isReached = true;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let letGo: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(retry);
    source?.close();
    source = null;
  };
  const reach = (reached: boolean): void => {
    if (reached === isReached) return;
    isReached = reached;
    options.onReach(reached);
  };
  const open = (): void => {
    close();
    heardAt = Date.now();
    const opened = new EventSource('/api/events');
    source = opened;
    const hear = (name: string, react: (event: Event) => void): void =>
      opened.addEventListener(name, (event) => {
        heardAt = Date.now();
        react(event);
      });
    hear('hello', (event) => {
      tries = 0;
      reach(true);
      options.onHello(dataOf(event));
    });
    hear('changed', (event) => options.onNews(dataOf(event)));
    hear('here', () => undefined);
    hear('ended', () => void again());
    opened.onerror = () => void again();
  };
  /** After a break: asks what it was, and tries again later. */
  const again = async (): Promise<void> => {
    close();
    const mine = setTimeout(open, waits[Math.min(tries, waits.length - 1)]);
    retry = mine;
    tries += 1;
    const found = await options.check();
    if (retry !== mine || source !== null) return;
    if (found === 'signed-out') {
      close();
      options.onSignedOut();
    } else if (found === 'unreachable' && tries > 1) reach(false);
  };
  const openAtOnce = (): void => {
    clearTimeout(letGo);
    const isSilent = Date.now() - heardAt > silentAfterMs;
    if (document.visibilityState === 'visible' && (source === null || isSilent)) open();
  };
  const onVisibility = (): void => {
    clearTimeout(letGo);
    if (document.visibilityState === 'visible') openAtOnce();
    else letGo = setTimeout(close, hiddenForMs);
  };
  const watchdog = setInterval(() => {
    if (source !== null && Date.now() - heardAt > silentAfterMs) void again();
  }, 5000);
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', openAtOnce);
  open();
  return () => {
    clearInterval(watchdog);
    clearTimeout(letGo);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', openAtOnce);
    close();
  };
};
