import { useQuery } from '@tanstack/react-query';
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

/** As a part of a page; `label` is the year as its indicator counts it: "CY 2020". */
export const DiscussionSection = ({ label, ...props }: DiscussionProps & { readonly label: string }) => (
  <section aria-labelledby="discussion-of-year" className="stack">
    <h2 id="discussion-of-year">{`Discussion of ${label}`}</h2>
    <Loaded query={useDiscussion(props)} what="The discussion" placeholder={placeholder}>
      {(discussion) => <DiscussionBody place={props.place} discussion={discussion} />}
    </Loaded>
  </section>
);
