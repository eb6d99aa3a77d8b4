import { Children, cloneElement, isValidElement, type ReactNode } from 'react';

/** A page above this one is not the present page, although its address begins like this one's. */
const notCurrent = (link: ReactNode): ReactNode =>
  isValidElement<{ activeOptions?: object }>(link) ? cloneElement(link, { activeOptions: { exact: true } }) : link;

/** Where this page stands: each child a link, from the top down; the page itself is the heading below. */
export const Breadcrumbs = ({ children }: { children: ReactNode }) => (
  <nav className="breadcrumbs" aria-label="Breadcrumbs">
    <ol>
      {Children.map(children, (child) => (
        <li>{notCurrent(child)}</li>
      ))}
    </ol>
  </nav>
);
