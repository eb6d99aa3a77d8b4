import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { plural } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { Button, DownloadButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditQuery } from './audit-queries.ts';
import { type AuditSearch, isNarrowed, readAuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { Verification } from './verification.tsx';
import './audit.scss';

const exportAddress = (search: AuditSearch): string => {
  const asked = Object.entries(search).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/api/audit/export${asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`}`;
};

/** Who did what, to what, and when. */
export const AuditScreen = () => (
  <div className="page stack">
    <PageHeading title="Audit log" />
    {useSession().person?.permissions.includes('read the audit log') ? (
      <Log />
    ) : (
      <Empty title="The audit log is for administrators">
        <p>
          Ask an administrator what you want to know. The history of a figure is on its indicator’s page.{' '}
          <Link to="/">Go to the overview</Link>
        </p>
      </Empty>
    )}
  </div>
);

const Log = () => {
  const search = readAuditSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const query = useInfiniteQuery(auditQuery(search));
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Loaded
      query={query}
      what="The audit log"
      said={`${plural(total, 'entry', 'entries')} found`}
      placeholder={<Loading what="the audit log" blocks={[80, 480]} />}
      wayOn={<Link to="/">Go to the overview</Link>}
    >
      {({ pages }) => (
        <div className="stack stack--wide">
          <AuditFilters
            key={JSON.stringify(search)}
            search={search}
            people={pages[0]?.people ?? []}
            kinds={pages[0]?.kinds ?? []}
            onSearch={(asked) => void navigate({ to: '/admin/audit', search: asked })}
          />
          <div className="audit__head">
            <p>
              <b>{plural(total, 'entry', 'entries')}</b>, newest first, with times in UTC. The log is only added to;
              nobody can change it.
            </p>
            <DownloadButton href={exportAddress(search)} download>
              Export as CSV
            </DownloadButton>
          </div>
          {total === 0 ? (
            <Empty title="Nothing was found">
              <p>{isNarrowed(search) ? 'Take a filter away, or choose other days.' : 'Nothing was done yet.'}</p>
            </Empty>
          ) : (
            <AuditTable entries={pages.flatMap(({ entries }) => entries)} />
          )}
          {query.hasNextPage && (
            <Button
              className="audit__older"
              onClick={() => void query.fetchNextPage()}
              disabled={query.isFetchingNextPage}
            >
              {query.isFetchingNextPage ? 'Loading …' : 'Show older entries'}
            </Button>
          )}
          <Verification />
        </div>
      )}
    </Loaded>
  );
};
