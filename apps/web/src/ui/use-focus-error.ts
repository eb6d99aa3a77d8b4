import { type RefObject, useEffect, useRef } from 'react';

/** Leads to the first field that is to be mended, with every new answer; `answer` is a new object each time. */
export const useFocusError = <T extends HTMLElement>(answer: object | undefined): RefObject<T | null> => {
  const frame = useRef<T>(null);
  useEffect(() => {
    if (answer === undefined || Object.keys(answer).length === 0) return;
    frame.current?.querySelector<HTMLElement>('[aria-invalid], .field--error input')?.focus();
  }, [answer]);
  return frame;
};
