import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { Board, Owners } from './board.tsx';
import { type Completeness, completenessQuery } from './completeness-queries.ts';
import { OverdueList } from './overdue-list.tsx';
import './completeness.scss';

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(completenessQuery(strategy, year, asOf));
};

/** What of a year is there and what is missing, and whom to ask for it. */
export const CompletenessScreen = () => {
  const { id } = useStrategy();
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(completenessQuery(id, year, asOf));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <PageHeading title={`Completeness, ${formatYear(year)}`}>Completeness</PageHeading>
          {/* Its lines keep their place while their words are on their way. */}
          <p className="completeness-summary soft">
            {query.data === undefined ? '\u00a0' : <Summary completeness={query.data} />}
          </p>
        </div>
        <ReadingControls />
      </header>
      <Loaded
        query={query}
        what="The board"
        said={`${formatYear(year)} is shown`}
        placeholder={<Loading what="the board" blocks={[300, 240]} />}
        wayOn={<Link to="/entry">Go to data entry</Link>}
      >
        {(completeness) => (
          <div className="stack stack--wide">
            <Board completeness={completeness} />
            <Owners owners={completeness.owners} />
            <OverdueList key={`${completeness.year} ${asOf}`} completeness={completeness} strategy={id} />
          </div>
        )}
      </Loaded>
    </div>
  );
};

const Summary = ({ completeness: { total, year } }: { completeness: Completeness }) =>
  total.percent === null ? (
    `${formatYear(year)}: nothing is due yet.`
  ) : (
    <>
      {formatYear(year)}:{' '}
      <b>
        {total.reported} of {total.due}
      </b>{' '}
      performance indicators due have been reported ({total.percent}%).
    </>
  );
