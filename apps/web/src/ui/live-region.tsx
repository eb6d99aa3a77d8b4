import { useEffect, useState } from 'react';

const eventName = 'fbs:announce';

/** Says a sentence to screen readers without moving the focus: "Saved", "7 indicators shown". */
export const announce = (text: string): void => {
  window.dispatchEvent(new CustomEvent<string>(eventName, { detail: text }));
};

/** The one polite live region, in the shell. */
export const LiveRegion = () => {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    const hear = (event: Event) => {
      const text = (event as CustomEvent<string>).detail;
      setSaid((previous) => ({ text, count: previous.count + 1 }));
    };
    window.addEventListener(eventName, hear);
    return () => window.removeEventListener(eventName, hear);
  }, []);
  // A new element each time: the same sentence twice in a row is read twice.
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={said.count}>{said.text}</span>
    </div>
  );
};
