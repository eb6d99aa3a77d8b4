import { type FocusEvent, type KeyboardEvent, type ReactNode, Suspense, useId, useRef, useState } from 'react';
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
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  };
  const closeOnLeaving = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div role="group" className={classes('menu', className)} onKeyDown={closeOnEscape} onBlur={closeOnLeaving}>
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
