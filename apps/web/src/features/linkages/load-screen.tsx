import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay, useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { linkagesQuery } from './linkages-queries.ts';
import { LoadForm } from './load-form.tsx';
import './linkages.scss';

export const prefetch = ({ queryClient, strategy, year }: Visit): void => {
  void queryClient.prefetchQuery(linkagesQuery(strategy, year, undefined));
};

/** Loads the elements of a framework from a file; nothing is saved before it was looked at. */
export const LoadScreen = () => {
  const strategy = useStrategy().id;
  const { year } = useYearAndAsOf();
  const may = useMay('edit linkages');
  const query = useQuery(linkagesQuery(strategy, year, undefined));
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/linkages">Linkages</Link>
      </Breadcrumbs>
      <header className="page-head">
        <div>
          <PageHeading title="Load a framework" />
          <p className="measure">
            What a strategy links up to, from a CSV file: one element a row, each naming the one above it. You first see
            what would happen; nothing is saved before you say so.
          </p>
        </div>
      </header>
      {may ? (
        <Loaded
          query={query}
          what="The frameworks"
          placeholder={<Loading what="the frameworks" height={320} />}
          wayOn={<Link to="/linkages">Go to the linkages</Link>}
        >
          {(page) => <LoadForm page={page} />}
        </Loaded>
      ) : (
        <Notice title="Only planners may load a framework">
          <Link to="/linkages">Go to the linkages</Link>
        </Notice>
      )}
    </div>
  );
};
