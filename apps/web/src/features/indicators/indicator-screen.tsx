import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatYear } from '../../lib/format.ts';
import { planQuery } from '../../lib/plan.ts';
import { useMayEnterIn, useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { DiscussionSection } from '../../panels/discussion/discussion-panel.tsx';
import { EvidenceSection } from '../../panels/evidence/evidence-panel.tsx';
import { preloadCharts } from '../../ui/charts/lazy-charts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { BreakdownView } from './breakdown-view.tsx';
import { DataQuality } from './data-quality.tsx';
import { DefinitionSheet } from './definition-sheet.tsx';
import { EarlierSeries } from './earlier-series.tsx';
import { IndicatorActions } from './indicator-actions.tsx';
import { IndicatorHead } from './indicator-head.tsx';
import { historyQuery, type IndicatorPage, indicatorQuery } from './indicator-queries.ts';
import { Notes } from './notes.tsx';
import { ShareParts } from './share-parts.tsx';
import { TargetHistory } from './target-history.tsx';
import { VerdictPanel } from './verdict.tsx';
import { YearChart } from './year-chart.tsx';
import { YearHistory } from './year-history.tsx';
import { YearsTable } from './years-table.tsx';
import './indicators.scss';

export const prefetch = ({ queryClient, strategy, params, year, asOf }: Visit): void => {
  const code = params.code ?? '';
  void queryClient.prefetchQuery(indicatorQuery(strategy, code, asOf));
  void queryClient.prefetchQuery(historyQuery(strategy, code, year, asOf));
  void queryClient.prefetchQuery(planQuery(strategy, asOf));
  preloadCharts();
};

/** An indicator: how it stands, how it came there, and everything that is known about its figures. */
export const IndicatorScreen = () => {
  const strategy = useStrategy();
  const { code = '' } = useParams({ from: '/indicators/$code' });
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(indicatorQuery(strategy.id, code, asOf));
  const plan = useQuery(planQuery(strategy.id, asOf));
  useEffect(preloadCharts, []);
  return (
    <div className="page">
      <IndicatorHead code={code} page={plan.isPending ? undefined : query.data} year={year} />
      <Loaded
        query={query}
        names={plan}
        what={`Indicator ${code}`}
        said={`${formatYear(year)} is shown`}
        placeholder={<Loading what="the indicator" blocks={[116, 430, 320]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(page) => (
          <>
            <IndicatorActions page={page} />
            <IndicatorBody page={page} year={year} />
          </>
        )}
      </Loaded>
    </div>
  );
};

const IndicatorBody = ({ page, year }: { page: IndicatorPage; year: number }) => {
  const mayEnterIn = useMayEnterIn();
  const mayEnter = page.asOf === null && mayEnterIn(page.definition.section);
  const entry = page.years.find((each) => each.year === year);
  const place = { strategy: useStrategy().id, indicator: page.code, year, asOf: page.asOf ?? undefined };
  if (entry === undefined) {
    return (
      <div className="stack stack--wide">
        <Empty title={`Nothing is known about ${formatYear(year)}`}>Choose another year above, or in the table.</Empty>
        <YearsTable page={page} current={year} />
      </div>
    );
  }
  return (
    <div className="stack stack--wide">
      <VerdictPanel page={page} entry={entry} mayEnter={mayEnter} />
      <div className="columns">
        <div className="stack stack--wide">
          <YearChart page={page} entry={entry} />
          <YearsTable page={page} current={year} />
          <EarlierSeries page={page} />
          <ShareParts page={page} />
          <BreakdownView page={page} entry={entry} />
          <TargetHistory page={page} />
          <Notes page={page} year={year} />
          <EvidenceSection place={place} label={entry.period.label} />
          <DiscussionSection place={place} label={entry.period.label} />
        </div>
        <aside className="indicator-aside stack stack--wide" aria-label="About this indicator">
          <DefinitionSheet page={page} />
          <DataQuality page={page} />
          <YearHistory page={page} entry={entry} />
        </aside>
      </div>
    </div>
  );
};
