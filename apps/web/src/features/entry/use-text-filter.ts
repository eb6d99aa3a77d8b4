import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** The address follows what is typed after a short rest, not with every letter. */
const restBeforeAddress = 300;

/** The text that rows are found by: in its field at once, in the address soon after. */
export const useTextFilter = (inAddress: string) => {
  const navigate = useNavigate({ from: '/entry' });
  const [value, setValue] = useState(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (text: string) => {
    setValue(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void navigate({
        search: (previous) => ({ ...previous, text: text === '' ? undefined : text, indicator: undefined }),
        replace: true,
        resetScroll: false,
      });
    }, restBeforeAddress);
  };
  return { value, change };
};
