import { useEffect, useState, useSyncExternalStore } from 'react';
import { AutosavedText, type AutosaveOptions, type AutosaveState } from './autosaved-text.ts';
import { useSession } from './session.ts';

export type Autosave = AutosaveState & Pick<AutosavedText, 'type' | 'flush' | 'resolve'>;

/** A text of this screen that saves itself. Give the component a `key` where it changes from one thing to another. */
export const useAutosave = (given: Omit<AutosaveOptions, 'person'>): Autosave => {
  const options = { ...given, person: useSession().person?.id ?? 'nobody' };
  const [autosaved] = useState(() => new AutosavedText(options));
  const state = useSyncExternalStore(autosaved.subscribe, autosaved.getState);
  useEffect(() => autosaved.update(options));
  useEffect(() => {
    const send = () => void autosaved.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (autosaved.isDirty()) event.preventDefault();
    };
    // What was left unsaved by an earlier visit, or by a lost connection, is sent now.
    send();
    window.addEventListener('online', send);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('beforeunload', warn);
      send();
    };
  }, [autosaved]);
  const { type, flush, resolve } = autosaved;
  return { ...state, type, flush, resolve };
};
