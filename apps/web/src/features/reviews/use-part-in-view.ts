import { useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

/**
 * Where the address points at a part of the page, it is brought into view and its field takes the focus; `onArrive` is
 * told before, so that what is closed can be opened.
 */
export const usePartInView = (onArrive?: (part: string) => void): void => {
  const arrive = useEffectEvent((part: string) => onArrive?.(part));
  const hash = useLocation({ select: (location) => location.hash });
  // The key of the history entry: the same link pressed twice leads there twice.
  const key = useLocation({ select: (location) => location.state.__TSR_key });
  useEffect(() => {
    if (hash === '' || key === undefined) return;
    arrive(hash);
    // After the heading of the new page has had its turn.
    const timer = setTimeout(() => {
      const part = document.getElementById(decodeURIComponent(hash));
      part?.scrollIntoView({ block: 'center' });
      const field = part?.querySelector<HTMLElement>('[contenteditable], textarea, input, button, select');
      (field ?? part)?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(timer);
  }, [hash, key]);
};
