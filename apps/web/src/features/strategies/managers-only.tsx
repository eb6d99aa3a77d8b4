import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../lib/session.ts';
import { Empty } from '../../ui/empty.tsx';

/** Whoever may not manage strategies reads who may, and where to go. */
export const ManagersOnly = ({ children }: { children: ReactNode }) =>
  useSession().person?.permissions.includes('manage strategies') ? (
    children
  ) : (
    <Empty title="Strategies are prepared by administrators">
      <p>
        Ask an administrator to begin, change or archive a strategy. <Link to="/">Go to the overview</Link>
      </p>
    </Empty>
  );
