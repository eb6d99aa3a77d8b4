import { useState } from 'react';
import { ApiProblem } from '../../lib/api-client.ts';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { announce } from '../../ui/live-region.tsx';
import { type FrameworkLoad, type LoadInput, useFrameworkLoad } from './load-queries.ts';
import { loadSentence } from './load-words.ts';

export type Looked = { readonly input: LoadInput; readonly load: FrameworkLoad };
type Refused = { readonly pointer: string; readonly words: string };

/** What was chosen, what became of looking at it, and of saving it. */
export const useLoad = () => {
  const { look, save } = useFrameworkLoad();
  const [looked, setLooked] = useState<Looked>();
  const [refused, setRefused] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<Looked>) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const next = await work();
      setLooked(next);
      announce(next.load.saved ? `${next.load.framework.code} is saved` : loadSentence(next.load));
    } catch (error) {
      const current = currentOf<FrameworkLoad>(error);
      if (current !== undefined && looked !== undefined) setLooked({ ...looked, load: current });
      const pointer = error instanceof ApiProblem ? (error.errors[0]?.pointer ?? '') : '';
      setRefused({ pointer, words: reasonOf(error) });
    }
    setBusy(false);
  };
  return {
    looked,
    refused,
    isBusy,
    forget: () => {
      setLooked(undefined);
      setRefused(undefined);
    },
    refuse: setRefused,
    lookAt: (input: LoadInput) => attempt(async () => ({ input, load: await look(input) })),
    saveLooked: (gone: 'keep' | 'remove') =>
      attempt(async () => {
        if (looked === undefined) throw new Error('Nothing was looked at yet.');
        const { input, load } = looked;
        return { input, load: await save(input, load.framework.version, gone) };
      }),
  };
};
