import { idleStep } from '@fbs/core';
import { useEffect, useState } from 'react';
import { call } from '../../lib/api-client.ts';
import { lastUse } from '../../lib/identity-question.ts';
import { useSession } from '../../lib/session.ts';
import { announce } from '../../ui/live-region.tsx';

const lookEveryMs = 5000;
/** The tabs of one browser share the session, and so its use. */
const channelName = 'fbs-use';

const sentence = (minutes: number): string =>
  `Nobody has used this page for a while: you will be signed out in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;

const stay = async (): Promise<void> => {
  // where the server does not answer, the line for that says so
  await call('GET /api/session', {}).catch(() => undefined);
};

/** Says it before the session ends because nobody uses it, and keeps it for whoever types or reads on. */
export const useIdleWarning = () => {
  const idleMinutes = useSession().person?.idleMinutes ?? 30;
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    let elsewhere = { touchedAt: 0, usedAt: 0 };
    let told = 0;
    channel.onmessage = ({ data }: MessageEvent<typeof elsewhere>) => {
      elsewhere = data;
    };
    const look = (): void => {
      const here = lastUse();
      if (here.usedAt > told) channel.postMessage(here);
      told = here.usedAt;
      const usedAt = Math.max(here.usedAt, elsewhere.usedAt);
      const step = idleStep({ now: Date.now(), touchedAt: here.touchedAt, usedAt, idleMinutes });
      if (step.kind === 'keep') void stay();
      setMinutes(step.kind === 'warn' ? step.minutes : null);
    };
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      channel.close();
    };
  }, [idleMinutes]);
  useEffect(() => {
    if (minutes !== null) announce(sentence(minutes));
  }, [minutes]);
  if (minutes === null) return null;
  return { text: sentence(minutes), stay: () => void stay().then(() => setMinutes(null)) };
};
