import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PartedText } from '../../ui/parted-text.tsx';
import { methodParts } from './method-parts.tsx';
import { type MethodPage, methodQuery } from './method-queries.ts';
import './method.scss';

export const prefetch = ({ queryClient, strategy, asOf }: Visit): void => {
  void queryClient.prefetchQuery(methodQuery(strategy, asOf));
};

/** How every figure is rated, in plain words, with the cases that prove it. */
export const MethodScreen = () => {
  const strategy = useStrategy();
  const { asOf } = useYearAndAsOf();
  const query = useQuery(methodQuery(strategy.id, asOf));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <PageHeading title="Method" />
          <p className="soft measure">
            How every figure is compared with its target, rated and counted, and the cases that prove it. The rules are
            the same for every goal and every year.
          </p>
        </div>
      </header>
      <Loaded
        query={query}
        what="The method"
        placeholder={<Loading what="the method" blocks={[240, 200, 420, 420]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(page) => <MethodBody page={page} />}
      </Loaded>
    </div>
  );
};

const MethodBody = ({ page }: { page: MethodPage }) => (
  <PartedText parts={methodParts.map(({ id, title, body }) => ({ id, title, body: body(page) }))} />
);
