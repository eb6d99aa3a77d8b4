import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ImportForm } from './import-form.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { managedQuery } from './strategies-queries.ts';
import './strategies.scss';

const Body = () => {
  const query = useQuery(managedQuery);
  const { into = '' } = useSearch({ from: '/admin/strategies/import' });
  return (
    <Loaded
      query={query}
      what="The strategies"
      placeholder={<Loading what="the strategies" height={320} />}
      wayOn={<Link to="/admin/strategies">Go to the strategies</Link>}
    >
      {(strategies) => <ImportForm strategies={strategies} into={into} />}
    </Loaded>
  );
};

/** A strategy, or a newer edition of one, from a file; nothing is saved before it was looked at. */
export const ImportScreen = () => (
  <div className="page">
    <Breadcrumbs>
      <Link to="/admin/strategies">Strategies</Link>
    </Breadcrumbs>
    <header className="page-head">
      <div>
        <PageHeading title="Import a strategy" />
        <p className="soft measure">
          You first see the whole tree of the file and how it was read. Nothing is saved before you say so.
        </p>
      </div>
    </header>
    <ManagersOnly>
      <Body />
    </ManagersOnly>
  </div>
);
