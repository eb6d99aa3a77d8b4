import type { Overview } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatYear } from '../../lib/format.ts';
import { useMay } from '../../lib/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { gapOf } from './overview-words.ts';

type MendProps = { readonly action: string; readonly who: string; readonly children: ReactNode };

/** The way to mend it for who may, and for everybody else who does. */
const Mend = ({ action, who, children }: MendProps) => (useMay(action) ? children : who);

/** Why a year shows no results, what is missing, and who can mend it; nothing where something is rated. */
export const YearGap = ({ overview }: { overview: Overview }) => {
  const gap = gapOf(overview);
  if (gap === null) return null;
  const { year, asOf } = overview;
  return (
    <Notice kind="information" title={gap.title}>
      {gap.text}{' '}
      {asOf === null && gap.missing === 'indicators' && (
        <Mend action="define indicators" who="A planner can define the first one.">
          <Link to="/indicators/new">Define the first indicator</Link>
        </Mend>
      )}
      {asOf === null && gap.missing === 'values' && (
        <Mend action="enter values" who="Sections and planners enter values.">
          <Link to="/entry" search={{ year }}>
            Enter values for {formatYear(year)}
          </Link>
        </Mend>
      )}
      {asOf === null && gap.missing === 'targets' && (
        <Mend action="set targets" who="Planners and reviewers set targets.">
          <Link to="/entry" search={{ year }}>
            Set targets for {formatYear(year)}
          </Link>
        </Mend>
      )}
    </Notice>
  );
};
