import { useRouterState } from '@tanstack/react-router';
import { createContext, Fragment, type ReactNode, type RefObject, use, useEffect, useRef } from 'react';
import { formatDay } from '../lib/format.ts';

/** Which address last received the focus; the shell holds it, because headings come and go with their screens. */
export type FocusedPage = { path: string | undefined; navigated: boolean; element?: EventTarget | null };
export const FocusedPageContext = createContext<{ current: FocusedPage }>({
  current: { path: undefined, navigated: false },
});

type PageHeadingProps = {
  /** The words of the document's title, and of the heading unless children say more. */
  readonly title: string;
  /** A short line above the heading: what this page belongs to. */
  readonly over?: ReactNode;
  readonly children?: ReactNode;
};

/** The screen's h1. After a navigation it takes the focus, so that a screen reader begins where the new page begins. */
export const PageHeading = ({ title, over, children }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = use(FocusedPageContext);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const asOf = useRouterState({ select: (state) => state.location.search.asOf });
  useEffect(() => {
    if (path === undefined) return;
    const page = focused.current;
    const isNew = page.path !== undefined && page.path !== path;
    const wasLost = page.navigated && document.activeElement === document.body;
    focused.current = { path, navigated: page.navigated || isNew };
    if (isNew || wasLost) heading.current?.focus({ preventScroll: true });
  }, [path, focused]);
  useLostFocus(title, heading);
  return (
    <div className="page-heading">
      <title>{`${title}${asOf === undefined ? '' : `, as of ${formatDay(asOf)}`} | FBS Performance`}</title>
      {over !== undefined && <p className="over">{over}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {/* Other words are another text, not one that moved. */}
        <Fragment key={title}>{children ?? title}</Fragment>
      </h1>
    </div>
  );
};

/** A link that led to another list of the same screen may be gone with the list before: reading goes on at the head. */
const useLostFocus = (title: string, heading: RefObject<HTMLElement | null>): void => {
  const focused = use(FocusedPageContext);
  const shown = useRef(title);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      focused.current.element = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [focused]);
  useEffect(() => {
    if (shown.current === title) return;
    shown.current = title;
    const { element } = focused.current;
    const isGone = element instanceof Node && !element.isConnected;
    if (isGone && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title, heading, focused]);
};
