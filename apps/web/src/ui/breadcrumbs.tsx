import { Children, type ReactNode } from 'react';

/** Where this page stands: each child a link, from the top down; the page itself is the heading below. */
export const Breadcrumbs = ({ children }: { children: ReactNode }) => (
  <nav className="breadcrumbs" aria-label="Breadcrumbs">
    <ol>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ol>
  </nav>
);
