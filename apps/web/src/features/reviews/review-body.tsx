import type { Review } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { GateList } from './gate-list.tsx';
import { type ReviewPlace, reviewSectionQuery } from './review-queries.ts';
import { ReviewSteps } from './review-steps.tsx';
import { ReviewToolbar } from './review-toolbar.tsx';
import { SectionList } from './section-list.tsx';
import { SectionPanel } from './section-panel.tsx';
import { SignedCard } from './signed-card.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import { type ReviewWrites, useReviewWrites } from './use-review-writes.ts';

type ReviewBodyProps = {
  readonly review: Review;
  readonly place: ReviewPlace;
  readonly objective: string | undefined;
  readonly goals: readonly { readonly code: string; readonly shortName: string }[];
};

/** Steps and actions above; below the way through the sections, the section itself, and what is missing. */
export const ReviewBody = ({ review, place, objective, goals }: ReviewBodyProps) => {
  const writes = useReviewWrites(place);
  const isKnown = review.sections.some((section) => section.objective === objective);
  return (
    <>
      <ReviewSteps review={review} />
      <ReviewToolbar review={review} place={place} writes={writes} />
      <div className="review">
        <SectionList review={review} goals={goals} current={objective} />
        {objective !== undefined && isKnown ? (
          <Section key={objective} place={place} objective={objective} writes={writes} />
        ) : (
          <div>
            {objective !== undefined && (
              <Notice kind="warning" title={`There is no objective ${objective} in this review`} />
            )}
            <SummaryPanel review={review} place={place} writes={writes} />
          </div>
        )}
        <Aside review={review} />
      </div>
    </>
  );
};

const Aside = ({ review }: { review: Review }) => {
  const { state, year, gate, signOffGate } = review;
  if (state === 'final') return <SignedCard review={review} />;
  return state === 'in_clearance' ? (
    <GateList year={year} stage="sign_off" items={signOffGate} />
  ) : (
    <GateList year={year} stage="clearance" items={gate} />
  );
};

type SectionProps = { readonly place: ReviewPlace; readonly objective: string; readonly writes: ReviewWrites };

const Section = ({ place, objective, writes }: SectionProps) => {
  const query = useQuery(reviewSectionQuery(place, objective));
  return (
    <div>
      <Loaded
        query={query}
        what={`The section of objective ${objective}`}
        placeholder={<Loading what="the section" height={560} lines={8} />}
      >
        {(section) => <SectionPanel section={section} place={place} writes={writes} />}
      </Loaded>
    </div>
  );
};
