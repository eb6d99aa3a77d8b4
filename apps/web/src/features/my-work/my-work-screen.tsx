import { yearSpan } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { plural } from '../../lib/format.ts';
import { type MyWork, myWorkQuery } from '../../lib/my-work.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { type SeenWork, useMarkSeen } from './my-work-queries.ts';
import { WorkGroup } from './work-group.tsx';
import { groupWork } from './work-words.ts';
import './my-work.scss';

export const prefetch = ({ queryClient, strategy }: Visit): void => {
  void queryClient.prefetchQuery(myWorkQuery(strategy));
};

/** Where the people who work here begin: what waits for them, each line one link from its place. */
export const MyWorkScreen = () => {
  const { id, firstYear, lastYear } = useStrategy();
  const query = useQuery(myWorkQuery(id));
  return (
    <div className="page my-work">
      <header className="page-head">
        <div>
          <PageHeading title="My work" />
          <p className="soft measure">
            What waits for you as of today, FY {yearSpan(firstYear, lastYear, ' to FY ')}. What somebody asked for or
            sent back stands first; in each group the oldest stands first.
          </p>
        </div>
        <LinkButton to="/completeness">Completeness of the year</LinkButton>
      </header>
      <Loaded
        query={query}
        what="Your work"
        said={`${plural(query.data?.items.length ?? 0, 'thing waits', 'things wait')} for you`}
        placeholder={<Loading what="your work" blocks={[28, 240, 28, 120]} />}
        wayOn={<Link to="/entry">Go to data entry</Link>}
      >
        {(work) => <WorkBody work={work} strategy={id} />}
      </Loaded>
    </div>
  );
};

const WorkBody = ({ work, strategy }: { work: MyWork; strategy: string }) => {
  const seen = useMarkSeen(strategy);
  const markSeen = (work: SeenWork) => {
    const what = work.kind === 'mentioned' ? 'mention' : 'reminder';
    seen.mutate(work, { onSuccess: () => announce(`The ${what} of ${work.indicator} is marked as seen`) });
  };
  if (work.items.length === 0) {
    return (
      <Empty title="Nothing waits for you">
        Nothing is due, returned or to be decided by you. <Link to="/">Go to the overview</Link>.
      </Empty>
    );
  }
  return (
    <div className="stack stack--wide">
      {seen.isError && <ErrorMessage title="This could not be marked as seen" error={seen.error} />}
      {groupWork(work.items).map((group) => (
        <WorkGroup key={group.kind} {...group} onSeen={markSeen} isBusy={seen.isPending} />
      ))}
    </div>
  );
};
