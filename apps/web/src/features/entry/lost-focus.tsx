import { type ReactNode, useEffect, useRef } from 'react';

type LostFocusProps = {
  /** Where the buttons stand that go with what they did. */
  readonly from: string;
  readonly children: ReactNode;
};

/** Says what was done, and takes the focus of the button that did it; who went elsewhere meanwhile keeps it there. */
export const LostFocus = ({ from, children }: LostFocusProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    const isLost = activeElement === null || activeElement === body || activeElement.closest(from) !== null;
    if (isLost) place.current?.focus();
  }, [from]);
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  );
};
