import type { Review } from '@fbs/contract';
import { formatDay, formatYear } from '../../lib/format.ts';
import { DownloadButton, LinkButton } from '../../ui/button.tsx';
import { ReviewStateMark } from '../../ui/state-mark.tsx';
import { type ReviewPlace, wordAddress } from './review-queries.ts';
import { ReviewTransitions } from './review-transitions.tsx';
import type { ReviewWrites } from './use-review-writes.ts';

type ReviewToolbarProps = { readonly review: Review; readonly place: ReviewPlace; readonly writes: ReviewWrites };

/** How the review stands in a sentence, its file, and its next step. */
export const ReviewToolbar = ({ review, place, writes }: ReviewToolbarProps) => {
  const { state, number } = review;
  const signed = state === 'final' ? number : undefined;
  return (
    <div className="review-bar">
      <p>
        <ReviewStateMark state={state} /> <span className="soft">{sentenceOf(review)}</span>
      </p>
      <div className="row">
        {/* What was signed is exported as it stands today: of a past day there is no paper of its own. */}
        {state !== 'not_started' && (
          <DownloadButton href={wordAddress(place, signed)} download>
            {signed === undefined ? 'Draft as Word' : `Version ${signed} as Word`}
          </DownloadButton>
        )}
        {state !== 'not_started' && (
          <LinkButton to="/reviews/$year/export" params={{ year: String(place.year) }}>
            All files
          </LinkButton>
        )}
        <ReviewTransitions review={review} writes={writes} />
      </div>
    </div>
  );
};

const sentenceOf = ({ state, year, number, asOf }: Review): string => {
  const version = number > 1 ? `Version ${number}. ` : '';
  const looking = asOf === null ? '' : ` You look at it as of ${formatDay(asOf)}.`;
  switch (state) {
    case 'not_started':
      return `The review of ${formatYear(year)} is not started yet.${looking}`;
    case 'open':
      return `${version}Sections are written and cleared; values can still change.${looking}`;
    case 'in_clearance':
      return `${version}Reviewers decide; nothing can be written until they return it.${looking}`;
    case 'final':
      return `${version}Frozen: nothing of this year can change.${looking}`;
  }
};
