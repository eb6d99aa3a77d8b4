import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../lib/session.ts';
import { Empty } from '../../ui/empty.tsx';

/** Whoever may not look after people reads who may, and where to go. */
export const ManagersOnly = ({ children }: { children: ReactNode }) =>
  useSession().person?.permissions.includes('manage people') ? (
    children
  ) : (
    <Empty title="People are looked after by administrators">
      <p>
        Ask an administrator to invite somebody or to change roles. <Link to="/account">Your account</Link>
      </p>
    </Empty>
  );
