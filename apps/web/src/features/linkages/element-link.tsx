import { Link } from '@tanstack/react-router';

type ElementLinkProps = { readonly framework: string; readonly code: string; readonly label: string };

/** To what an element of a framework rests on. */
export const ElementLink = ({ framework, code, label }: ElementLinkProps) => (
  <Link to="/linkages/$framework/$element" params={{ framework, element: code }}>
    {label}
  </Link>
);
