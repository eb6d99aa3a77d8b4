import { useEffect, useRef } from 'react';

const setting = 'fbs:single-keys';

/** Whether single keys act: on until a person switches them off, for who speaks to the computer or slips (WCAG 2.1.4). */
export const areSingleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
};

export const setSingleKeys = (on: boolean): void => {
  try {
    if (on) localStorage.removeItem(setting);
    else localStorage.setItem(setting, 'off');
  } catch {
    // a browser that keeps nothing leaves them as they are
  }
};

/** Where keys are typed or walk through cells, or where something lies over the page. */
const elsewhere = 'input, textarea, select, [contenteditable], [role="grid"], dialog, [role="dialog"]';

const isTyped = ({ target, defaultPrevented, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean =>
  defaultPrevented ||
  metaKey ||
  // both together are the AltGr of keyboards that have brackets behind it
  ctrlKey !== altKey ||
  (target instanceof Element && target.closest(elsewhere) !== null);

/** Acts on single keys, never while somebody types; undefined listens to nothing. */
export const useSingleKeys = (act: ((key: string, event: KeyboardEvent) => void) | undefined): void => {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const listens = act !== undefined;
  useEffect(() => {
    if (!listens) return;
    const press = (event: KeyboardEvent) => {
      if (!isTyped(event) && areSingleKeysOn()) latest.current?.(event.key, event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [listens]);
};
