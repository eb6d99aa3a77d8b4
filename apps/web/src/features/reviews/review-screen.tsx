import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { planQuery } from '../../lib/plan.ts';
import { AssessmentNames, useStrategy, yearsOf } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SwitchLink, SwitchLinks } from '../../ui/switch-links.tsx';
import { ReviewBody } from './review-body.tsx';
import { reviewQuery } from './review-queries.ts';
import './review.scss';

export const prefetch = ({ queryClient, strategy, params, asOf }: Visit): void => {
  void queryClient.prefetchQuery(planQuery(strategy, asOf));
  void queryClient.prefetchQuery(reviewQuery({ strategy, year: Number(params.year), asOf }));
};

/** The annual review of one year; the year is part of its address, because a review is a record of its own. */
export const ReviewScreen = () => {
  const strategy = useStrategy();
  const { year: yearText } = useParams({ from: '/reviews/$year' });
  const { objective } = useSearch({ from: '/reviews/$year' });
  const { asOf } = useYearAndAsOf();
  const year = Number(yearText);
  const place = { strategy: strategy.id, year, asOf };
  const query = useQuery(reviewQuery(place));
  const plan = useQuery(planQuery(strategy.id, asOf));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <PageHeading title={`Annual review ${formatYear(year)}`} over={strategy.title} />
        </div>
        <ReviewYears years={yearsOf(strategy)} current={year} />
      </header>
      <Loaded
        query={query}
        names={plan}
        what={`The review of ${formatYear(year)}`}
        said={`The review of ${formatYear(year)} is shown`}
        placeholder={<Loading what="the review" height={560} lines={8} />}
        wayOn={<Link to="/reviews">Go to the present review</Link>}
      >
        {(review) => (
          <AssessmentNames value={review.assessmentNames}>
            <ReviewBody key={year} review={review} place={place} objective={objective} goals={plan.data?.goals ?? []} />
          </AssessmentNames>
        )}
      </Loaded>
    </div>
  );
};

const ReviewYears = ({ years, current }: { years: readonly number[]; current: number }) => (
  <SwitchLinks label="Year" stepKeys>
    {years.map((year) => (
      <SwitchLink
        key={year}
        to="/reviews/$year"
        params={{ year: String(year) }}
        search={(previous) => ({ ...previous, year })}
        resetScroll={false}
        current={year === current}
      >
        {formatYear(year)}
      </SwitchLink>
    ))}
  </SwitchLinks>
);
