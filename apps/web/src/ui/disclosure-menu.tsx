import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

type DisclosureMenuProps = {
  /** The words on the button. For a filter: what is filtered, with the choice in `value`. */
  readonly label: string;
  readonly value?: ReactNode;
  /** On which side the panel lines up with its button. */
  readonly align?: 'start' | 'end';
  readonly className?: string;
  /** Fetches the code of a lazy panel; called when the button is pointed at or focused. */
  readonly preload?: () => void;
  /** The panel; it gets the way to close itself. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** A button that unfolds a panel over the page: filters, the person, exports. Escape and leaving it close it. */
export const DisclosureMenu = (props: DisclosureMenuProps) => {
  const { label, value, align = 'start', className, preload, children } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const closeOnLeaving = ({ target }: Event) => {
      if (!frame.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('keydown', closeOnEscape);
    for (const kind of ['focusin', 'pointerdown']) document.addEventListener(kind, closeOnLeaving);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      for (const kind of ['focusin', 'pointerdown']) document.removeEventListener(kind, closeOnLeaving);
    };
  }, [open]);
  return (
    <div ref={frame} className={classes('menu', className)}>
      <button
        ref={button}
        type="button"
        className="menu__button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
        onFocus={preload}
        onPointerEnter={preload}
      >
        {label}
        {value !== undefined && <b>{value}</b>}
        <Icon name="unfold" />
      </button>
      {/* Focusable, so that a click on its empty ground does not count as leaving. */}
      <div id={panel} className={`menu__panel menu__panel--${align}`} hidden={!open} tabIndex={-1}>
        <Suspense>{open && (typeof children === 'function' ? children(close) : children)}</Suspense>
      </div>
    </div>
  );
};
