import { type PointerEvent, useEffect, useState } from 'react';

export type Tracing = {
  /** The node whose path is shown: what is pointed at comes before what has the focus, and that before what is held. */
  readonly traced: string | null;
  readonly isHeld: (id: string) => boolean;
  /** What a node has to listen to. */
  readonly listeners: (id: string) => {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
    readonly onClick: () => void;
  };
};

/** A path is traced while its node is pointed at or has the focus; a tap, a click or Enter holds it until the next. */
export const useTracing = (): Tracing => {
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const traced = pointed ?? focused ?? held;
  const isTracing = traced !== null;
  const letGo = () => {
    setHeld(null);
    setFocused(null);
    setPointed(null);
  };
  // Asked of the whole page: what was tapped may have lost the focus by then.
  useEffect(() => {
    if (!isTracing) return;
    const letGoOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') letGo();
    };
    document.addEventListener('keydown', letGoOnEscape);
    return () => document.removeEventListener('keydown', letGoOnEscape);
  }, [isTracing]);
  return {
    traced,
    isHeld: (id) => held === id,
    listeners: (id) => ({
      // A finger points only while it presses: its path is held by the click that follows.
      onPointerEnter: ({ pointerType }) => pointerType === 'mouse' && setPointed(id),
      onPointerLeave: () => setPointed(null),
      onFocus: () => setFocused(id),
      onBlur: () => setFocused(null),
      onClick: () => (held === id ? letGo() : setHeld(id)),
    }),
  };
};
