import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 43.75em)';

const listen = (onChange: () => void): (() => void) => {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** Whether tables stand as cards: the width that the stylesheets switch at. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(narrow).matches);
