import { useEffect, useRef } from 'react';
import { announce } from './live-region.tsx';

/** Says the words to screen readers when they change, not when they first stand there. */
export const useAnnounceChange = (words: string | undefined): void => {
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (words === undefined) return;
    if (before.current !== undefined && before.current !== words) announce(words);
    before.current = words;
  }, [words]);
};
