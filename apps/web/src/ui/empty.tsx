import type { ReactNode } from 'react';

type EmptyProps = { readonly title?: string; readonly children: ReactNode };

/** Says that there is nothing, why, and what to do about it. */
export const Empty = ({ title, children }: EmptyProps) => (
  <div className="empty">
    {title !== undefined && <p className="empty__title">{title}</p>}
    <div>{children}</div>
  </div>
);
