import type { SignInProblem } from '@fbs/core';

/** Pages of this site hear each other here, whatever the provider does to the ties between windows. */
const channelName = 'fbs-identity';

type Told = { readonly problem: SignInProblem | null };

/** In the window that came back from the provider. */
export const tellOpener = (problem: SignInProblem | null): void => {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ problem } satisfies Told);
  channel.close();
};

/** In the page that opened it. Returns what ends it. */
export const hearProvider = (onTold: (told: Told) => void): (() => void) => {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Told>) => onTold(data);
  return () => channel.close();
};

/** Whether the browser let a window open. */
export const openProvider = (prove: boolean): boolean => {
  const query = prove ? 'prove=true' : `returnTo=${encodeURIComponent('/signed-in')}`;
  return window.open(`/api/session/single-sign-on?${query}`, 'fbs-identity', 'popup,width=520,height=720') !== null;
};
