import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { WorkItem } from '../../lib/my-work.ts';

type WorkLinkProps = {
  readonly item: WorkItem;
  /** The words of the link, where they are more than the code and the name. */
  readonly children?: ReactNode;
  readonly onClick?: (event: MouseEvent) => void;
};

/** One link from the thing to its place, as of today: the cell of the grid, the discussion, or the section of the review. */
export const WorkLink = ({ item, children, onClick }: WorkLinkProps) => {
  const { kind, indicator, objective, name, year } = item;
  const words = children ?? `${indicator ?? objective ?? ''} ${name}`;
  if (indicator !== null && kind === 'mentioned') {
    return (
      <Link
        to="/indicators/$code"
        params={{ code: indicator }}
        search={{ year, asOf: undefined }}
        hash="discussion-of-year"
      >
        {words}
      </Link>
    );
  }
  if (indicator !== null) {
    return (
      <Link to="/entry" search={{ year, indicator, asOf: undefined }} onClick={onClick}>
        {words}
      </Link>
    );
  }
  return (
    <Link
      to="/reviews/$year"
      params={{ year: String(year) }}
      search={{ year, asOf: undefined, ...(objective === null ? {} : { objective }) }}
    >
      {words}
    </Link>
  );
};
