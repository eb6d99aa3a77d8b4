import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { DiscussionBody } from './discussion-body.tsx';
import { type DiscussionPlace, discussionQuery } from './discussion-queries.ts';

type DiscussionProps = {
  readonly place: DiscussionPlace;
  /** Whether to ask the server now; a screen that is passed through quickly waits a moment. */
  readonly enabled?: boolean;
};

const useDiscussion = ({ place, enabled = true }: DiscussionProps) => useQuery({ ...discussionQuery(place), enabled });

const placeholder = <Loading what="the discussion" lines={2} />;

/** Folded, with the number of open comments: for the side of a screen. */
export const DiscussionDisclosure = (props: DiscussionProps) => {
  const query = useDiscussion(props);
  const count = query.data === undefined ? '' : ` (${query.data.open} open)`;
  return (
    <Disclosure summary={`Discussion${count}`}>
      <Loaded query={query} what="The discussion" placeholder={placeholder}>
        {(discussion) => <DiscussionBody place={props.place} discussion={discussion} />}
      </Loaded>
    </Disclosure>
  );
};

const headingId = 'discussion-of-year';

/** As a part of a page; `label` is the year as its indicator counts it: "CY 2020". */
export const DiscussionSection = ({ label, ...props }: DiscussionProps & { readonly label: string }) => {
  const query = useDiscussion(props);
  const heading = useRef<HTMLHeadingElement>(null);
  const isMeant = useLocation({ select: ({ hash }) => hash === headingId });
  const isHere = query.data !== undefined;
  useEffect(() => {
    if (!isMeant || !isHere) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [isMeant, isHere]);
  return (
    <section aria-labelledby={headingId} className="stack">
      <h2 id={headingId} ref={heading} tabIndex={-1}>{`Discussion of ${label}`}</h2>
      <Loaded query={query} what="The discussion" placeholder={placeholder}>
        {(discussion) => <DiscussionBody place={props.place} discussion={discussion} />}
      </Loaded>
    </section>
  );
};
