import { type KeyboardEvent, type PointerEvent, useState } from 'react';

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
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
};

/** A path is traced while its node is pointed at or has the focus; a tap, a click or Enter holds it until the next. */
export const useTracing = (): Tracing => {
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const letGo = () => {
    setHeld(null);
    setFocused(null);
    setPointed(null);
  };
  return {
    traced: pointed ?? focused ?? held,
    isHeld: (id) => held === id,
    listeners: (id) => ({
      // A finger points only while it presses: its path is held by the click that follows.
      onPointerEnter: ({ pointerType }) => pointerType === 'mouse' && setPointed(id),
      onPointerLeave: () => setPointed(null),
      onFocus: () => setFocused(id),
      onBlur: () => setFocused(null),
      onClick: () => (held === id ? letGo() : setHeld(id)),
      onKeyDown: ({ key }) => key === 'Escape' && letGo(),
    }),
  };
};
