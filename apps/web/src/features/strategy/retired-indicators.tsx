import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { planQuery } from '../../lib/plan.ts';
import { useStrategy } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';

/** What no longer counts and stays in the record: only named, with the way to it. */
export const RetiredIndicators = ({ objective }: { objective: string }) => {
  const { id } = useStrategy();
  const { asOf } = useYearAndAsOf();
  const goals = useQuery(planQuery(id, asOf)).data?.goals ?? [];
  const found = goals.flatMap((goal) => goal.objectives).find(({ code }) => code === objective);
  const retired = found?.indicators.filter(({ status }) => status === 'retired') ?? [];
  if (retired.length === 0) return null;
  return (
    <p className="small">
      <span className="soft">Retired, and not counted any more: </span>
      {retired.map(({ code, name }, index) => (
        <Fragment key={code}>
          {index > 0 && '; '}
          <Link to="/indicators/$code" params={{ code }}>
            {code} {name}
          </Link>
        </Fragment>
      ))}
    </p>
  );
};
