import type { Change, News } from '@fbs/contract';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../../lib/api-client.ts';
import { askIdentity, isTyping } from '../../lib/identity-question.ts';
import { type Checked, listenToServer } from '../../lib/live-connection.ts';
import { changedParts, markChanged, readScreen } from '../../lib/live-marks.ts';
import { sayChanges } from '../../lib/live-words.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { sessionQuery, useStrategyIfAny } from '../../lib/session.ts';
import { isUnreachable } from '../../lib/stale-write.ts';
import { announce } from '../../ui/live-region.tsx';

/** Several writes elsewhere, such as a pasted block, refresh the screen once: after a pause, or when it gets long. */
const pauseMs = 400;
const longestMs = 2000;
/** What this tab wrote it asks for anew by itself; by then it has. */
const ownMs = 1500;
const saidForMs = 8000;

/** A large screen is drawn a little after its data have come. */
const looks = 4;
const lookMs = 60;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The lowest state of the data that an open screen shows; the session says one, where what is shown says none. */
const shownVersion = (queryClient: QueryClient): number | null => {
  const versions = queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .map(({ state }) => (state.data as { readonly dataVersion?: unknown } | undefined)?.dataVersion)
    .filter((version) => typeof version === 'number');
  return versions.length === 0 ? null : Math.min(...versions);
};

/** Refreshes what is open, marks what then says something else, and counts it. */
const refreshAndMark = async (queryClient: QueryClient): Promise<number> => {
  const main = document.getElementById('main');
  const { pathname, search } = window.location;
  const before = main === null ? null : readScreen(main);
  await refreshAfterWrite(queryClient);
  const isSamePage = () => window.location.pathname === pathname && window.location.search === search;
  for (let look = 0; look < looks && main !== null && before !== null; look += 1) {
    await wait(lookMs);
    const changed = isSamePage() ? changedParts(before, main) : [];
    markChanged(changed);
    if (changed.length > 0) return changed.length;
  }
  return 0;
};

/** Other tabs of the same person: only what was not asked for since is asked for again. */
const refreshOwn = (queryClient: QueryClient, toldAt: number): void => {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey, state }) => queryKey[0] !== sessionQuery.queryKey[0] && state.dataUpdatedAt < toldAt,
  });
};

type Gathered = { readonly changes: readonly Change[]; readonly more: number };
const none: Gathered = { changes: [], more: 0 };

/** Takes news in, and acts on them together. */
const gatherer = (queryClient: QueryClient, strategy: string, say: (sentence: string) => void) => {
  let gathered = none;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let version: number | null = null;

  const flush = async (): Promise<void> => {
    timer = undefined;
    const { changes, more } = gathered;
    gathered = none;
    // who looks at something else is not told of it
    const count = await refreshAndMark(queryClient);
    if (count > 0 && changes.length > 0) say(sayChanges(changes, more));
  };
  const soon = (): void => {
    const now = Date.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(pauseMs, since + longestMs - now)));
  };
  return {
    hello: (dataVersion: number): void => {
      const known = version ?? shownVersion(queryClient);
      version = dataVersion;
      if (known !== null && known < dataVersion) soon();
    },
    news: ({ dataVersion, changes, more }: News): void => {
      version = dataVersion;
      const mine = changes.filter((each) => each.strategy === null || each.strategy === strategy);
      const others = mine.filter(({ own }) => !own);
      if (others.length > 0 || more > 0) {
        gathered = { changes: [...gathered.changes, ...others], more: gathered.more + more };
        soon();
      } else if (mine.length > 0) {
        const toldAt = Date.now() - pauseMs;
        setTimeout(() => refreshOwn(queryClient, toldAt), ownMs);
      }
    },
    refresh: soon,
    stop: () => clearTimeout(timer),
  };
};

/** What the line at the foot of the page says, if anything. */
export type LiveLine = { readonly kind: 'changed' | 'unreachable' | 'signed-out'; readonly text: string } | null;

const unreachable: LiveLine = {
  kind: 'unreachable',
  text: 'The server does not answer. What you type is kept; we try again.',
};
const signedOut: LiveLine = {
  kind: 'signed-out',
  text: 'You are signed out. What you are typing is still here: sign in again to go on.',
};

/** Keeps the open screen true to what others do, and says when that is not possible. */
export const useLiveUpdates = () => {
  const queryClient = useQueryClient();
  const router = useRouter();
  const strategy = useStrategyIfAny()?.id ?? '';
  // whoever has signed in again is listened for anew
  const { dataUpdatedAt: signedInAt } = useQuery(sessionQuery);
  const [line, setLine] = useState<LiveLine>(null);
  const [leave, setLeave] = useState<() => void>();

  useEffect(() => {
    if (line?.kind !== 'changed') return;
    const timer = setTimeout(() => setLine(null), saidForMs);
    return () => clearTimeout(timer);
  }, [line]);

  useEffect(() => {
    setLine((shown) => (shown?.kind === 'signed-out' && signedInAt > 0 ? null : shown));
    const say = (text: string): void => {
      announce(text);
      setLine({ kind: 'changed', text });
    };
    const { hello, news, refresh, stop } = gatherer(queryClient, strategy, say);
    const check = async (): Promise<Checked> => {
      try {
        return (await call('GET /api/session', {})).person === null ? 'signed-out' : 'reached';
      } catch (error) {
        return isUnreachable(error) ? 'unreachable' : 'reached';
      }
    };
    const goToSignIn = (): void => {
      queryClient.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, person: null });
      void router.invalidate();
    };
    const end = listenToServer({
      check,
      onHello: ({ dataVersion }) => hello(dataVersion),
      onNews: news,
      onReach: (reached) => {
        setLine(reached ? null : unreachable);
        announce(reached ? 'The server answers again.' : unreachable.text);
        if (!reached) return;
        // what waits to be sent listens for this
        window.dispatchEvent(new Event('online'));
        refresh();
      },
      onSignedOut: () => {
        if (!isTyping()) return goToSignIn();
        setLeave(() => () => void askIdentity('sign-in'));
        setLine(signedOut);
        announce(signedOut.text);
      },
    });
    return () => {
      end();
      stop();
    };
  }, [queryClient, router, strategy, signedInAt]);

  return { line, leave };
};
