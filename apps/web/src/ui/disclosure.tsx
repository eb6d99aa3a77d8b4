import type { ReactNode } from 'react';

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
};

/** More to read for whoever wants it, on the browser's own <details>; found by the page search even when folded. */
export const Disclosure = ({ summary, open = false, children }: DisclosureProps) => (
  <details className="disclosure" open={open}>
    <summary>{summary}</summary>
    <div className="disclosure__body">{children}</div>
  </details>
);
