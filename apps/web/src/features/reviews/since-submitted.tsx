import type { ReviewSection } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ChangedParts } from './changed-parts.tsx';
import { type ReviewPlace, sectionChangesQuery } from './review-queries.ts';

type SinceSubmittedProps = { readonly section: ReviewSection; readonly place: ReviewPlace };

/** For whoever decides: what is otherwise than it was when the section was submitted, figures among it. */
export const SinceSubmitted = ({ section: { objective, version }, place }: SinceSubmittedProps) => {
  const [isAsked, setAsked] = useState(false);
  const query = useQuery({ ...sectionChangesQuery(place, objective, version), enabled: isAsked });
  return (
    <section className="review__part" aria-labelledby="since-submitted">
      <h3 id="since-submitted">Since it was submitted</h3>
      {!isAsked ? (
        <Button size="small" onClick={() => setAsked(true)}>
          Show what changed
        </Button>
      ) : (
        <Loaded
          query={query}
          what="The comparison"
          said="What changed is shown"
          placeholder={<Loading what="what changed" blocks={[120]} />}
        >
          {({ since, parts }) => (
            <div className="stack">
              <p>
                {since === null && 'The section was never submitted.'}
                {since !== null && parts.length === 0 && `Nothing is different since ${formatInstant(since)} UTC.`}
                {since !== null && parts.length > 0 && `Compared with ${formatInstant(since)} UTC:`}
              </p>
              <ChangedParts parts={parts} level={4} />
            </div>
          )}
        </Loaded>
      )}
    </section>
  );
};
