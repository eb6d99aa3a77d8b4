import type { ReactNode } from 'react';

type NoticeProps = {
  readonly kind?: 'information' | 'warning' | 'error' | 'done';
  readonly title?: ReactNode;
  /** Set where it appears after an action: it is then read aloud. */
  readonly announced?: boolean;
  readonly children?: ReactNode;
};

/** A few words that stand out from the text around them. */
export const Notice = ({ kind = 'information', title, announced = false, children }: NoticeProps) => (
  <div className={`notice notice--${kind}`} role={announced ? 'status' : undefined}>
    {title !== undefined && <p className="notice__title">{title}</p>}
    {children !== undefined && <div>{children}</div>}
  </div>
);
