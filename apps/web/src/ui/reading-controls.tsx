import type { ReactNode } from 'react';
import { useSession, useStrategy, yearsOf } from '../lib/session.ts';
import { useYearAndAsOf } from '../lib/year-and-as-of.ts';
import { AsOfControl } from './as-of-control.tsx';
import { YearSwitch } from './switch-links.tsx';

/** Which year, and as of which day: at the head of every reading screen. On paper only the year remains. */
export const ReadingControls = ({ children }: { children?: ReactNode }) => {
  const { today } = useSession();
  const strategy = useStrategy();
  const { year } = useYearAndAsOf();
  return (
    <div className="page-head__controls">
      <YearSwitch years={yearsOf(strategy)} current={year} />
      <AsOfControl today={today} />
      {children}
    </div>
  );
};
