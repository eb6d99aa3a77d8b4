import { Link } from '@tanstack/react-router';
import { formatDay } from '../lib/format.ts';
import { useSession } from '../lib/session.ts';
import { useSetAsOf, useYearAndAsOf } from '../lib/year-and-as-of.ts';
import { announce } from '../ui/live-region.tsx';

/** Says plainly that an earlier day is shown: nobody should take old figures for today's. On paper every page has its day. */
export const AsOfStrip = () => {
  const { year, asOf } = useYearAndAsOf();
  const { today } = useSession();
  const setAsOf = useSetAsOf();
  if (asOf === undefined) return <p className="page print-only small soft">{`As of ${formatDay(today)}`}</p>;
  const backToToday = () => {
    setAsOf(undefined);
    announce('Shown as of today');
  };
  return (
    <aside className="strip strip--as-of" aria-label="As-of day">
      <div className="page">
        <p>
          You see everything <strong>as it stood at the end of {formatDay(asOf)}</strong>. What was entered later is not
          shown.
        </p>
        <p className="row">
          <Link to="/compare" search={{ year, since: asOf, asOf: undefined }} className="strip__action">
            Compare with today
          </Link>
          <button type="button" className="strip__action" onClick={backToToday}>
            Back to today
          </button>
        </p>
      </div>
    </aside>
  );
};
