import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * As `ref` of a button that waits, disabled, for what it asked for: browsers take the focus from it then. It gets the
 * focus back with the answer, unless somebody went elsewhere meanwhile.
 */
export const useKeptFocus = (isWaiting: boolean): RefObject<HTMLButtonElement | null> => {
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (isWaiting) hadFocus.current = activeElement === button.current;
    else if (hadFocus.current && (activeElement === null || activeElement === body)) {
      button.current?.focus({ preventScroll: true });
    }
  }, [isWaiting]);
  return button;
};
