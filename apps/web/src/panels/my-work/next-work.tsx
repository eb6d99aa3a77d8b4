import type { WorkKind } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type MouseEvent, useEffect } from 'react';
import { formatYear } from '../../lib/format.ts';
import { myWorkQuery, type WorkItem } from '../../lib/my-work.ts';
import { useStrategy } from '../../lib/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { WorkLink } from './work-link.tsx';

const kindWords: Readonly<Record<WorkKind, string>> = {
  reminded: 'asked of you',
  mentioned: 'said to you',
  returned: 'returned',
  section_returned: 'returned section of the review',
  overdue: 'overdue',
  draft: 'your draft',
  to_approve: 'waiting for your approval',
  section_to_clear: 'section of the review to clear',
  action_to_update: 'corrective action to update',
  due: 'due within 30 days',
};

type Done = { readonly indicators: readonly string[]; readonly year: number };

const nextAfter = ({ indicators, year }: Done, items: readonly WorkItem[]): WorkItem | undefined =>
  items.find((item) => item.indicator === null || !indicators.includes(item.indicator) || item.year !== year);

const wordsOf = ({ kind, year, indicator, objective, name }: WorkItem, done: Done): string => {
  const why = year === done.year ? kindWords[kind] : `${kindWords[kind]}, ${formatYear(year)}`;
  return `Next: ${indicator ?? objective ?? ''} ${name} (${why})`;
};

type NextWorkProps = {
  /** The indicators that are done with, in their year. */
  readonly done: Done;
  /** Where the next is a cell: the place that shows it already goes there itself. */
  readonly onFollow: (indicator: string, year: number) => void;
};

/** After something is done the next is one link away; the focus stays where it is. */
export const NextWork = ({ done, onFollow }: NextWorkProps) => {
  // The list from before the write would still name what is done: it is asked anew.
  const work = useQuery({ ...myWorkQuery(useStrategy().id), refetchOnMount: 'always' });
  const isKnown = work.isFetchedAfterMount && work.isSuccess;
  const item = isKnown ? nextAfter(done, work.data.items) : undefined;
  const words = item === undefined ? 'Nothing else is waiting for you.' : wordsOf(item, done);
  useEffect(() => {
    if (isKnown) announce(words);
  }, [isKnown, words]);
  if (!isKnown && !work.isError) return null;
  if (item === undefined) {
    return (
      <p>
        {isKnown && `${words} `}
        <Link to="/my-work">Go to My work</Link>
      </p>
    );
  }
  const follow = (event: MouseEvent) => {
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (item.indicator !== null && !opensElsewhere) onFollow(item.indicator, item.year);
  };
  return (
    <p>
      <WorkLink item={item} onClick={follow}>
        {words}
      </WorkLink>
    </p>
  );
};
