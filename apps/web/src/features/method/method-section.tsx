import type { ReactNode } from 'react';

type MethodSectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

/** A part of the page that the contents and a link from elsewhere can lead to. */
export const MethodSection = ({ id, title, children }: MethodSectionProps) => (
  <section aria-labelledby={id} className="method__section">
    <h2 id={id} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);
