import type { Review } from '@fbs/contract';
import { metSentence, reportedSentence } from '@fbs/core';
import { formatYear } from '../../lib/format.ts';
import { mergeTexts } from '../../lib/merge-texts.ts';
import { RichArea } from '../../ui/rich-text/rich-area.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { partIds } from './gate-links.ts';
import { ReviewHistory } from './review-history.tsx';
import type { ReviewPlace } from './review-queries.ts';
import { saveText, textOrNull } from './save-text.ts';
import { usePartInView } from './use-part-in-view.ts';
import type { ReviewWrites } from './use-review-writes.ts';
import { VersionsList } from './versions-list.tsx';

type SummaryPanelProps = { readonly review: Review; readonly place: ReviewPlace; readonly writes: ReviewWrites };

/** What the review says of the year as a whole, and every version of it that was signed. */
export const SummaryPanel = ({ review, place, writes }: SummaryPanelProps) => {
  const { year, rollUp } = review;
  usePartInView();
  return (
    <article className="review__section">
      <header>
        <p className="over">{formatYear(year)} as a whole</p>
        <h2>Summary and JSP linkage</h2>
      </header>
      <section className="review__part" aria-labelledby="results">
        <h3 id="results">Results</h3>
        <p>
          The office {metSentence(rollUp)} and {reportedSentence(rollUp)} performance indicators.
        </p>
        <StackedBar
          label="Performance indicators by rating"
          counts={{
            above_target: rollUp.above,
            on_target: rollUp.on,
            improved_target_not_met: rollUp.improved,
            below_target: rollUp.below,
            not_rated: rollUp.notRated,
          }}
        />
        <RatingLegend />
      </section>
      <ReviewText
        review={review}
        place={place}
        writes={writes}
        field="summary"
        part={partIds.summary}
        label="Summary"
        hint="What the year achieved, what it did not, and what follows from it"
      />
      <ReviewText
        review={review}
        place={place}
        writes={writes}
        field="jspStatement"
        part={partIds.jspStatement}
        label="JSP linkage statement"
        hint="What the year contributed to the goal of the Joint Strategic Plan that the strategy supports"
      />
      <VersionsList review={review} place={place} />
      <ReviewHistory events={review.events} />
    </article>
  );
};

type ReviewTextProps = SummaryPanelProps & {
  readonly field: 'summary' | 'jspStatement';
  readonly part: string;
  readonly label: string;
  readonly hint: string;
};

const ReviewText = ({ review, place, writes, field, part, label, hint }: ReviewTextProps) => {
  const text = review[field] ?? '';
  return (
    <div className="review__part" id={part}>
      {review.rights.write ? (
        <RichArea
          name={`review:${place.strategy}:${place.year}:${field}`}
          what={`the ${label.replace(/^S/, 's')} of ${formatYear(review.year)}`}
          label={label}
          hint={hint}
          merge={mergeTexts}
          saved={{ text, version: review.version }}
          save={(typed, seen) =>
            saveText<Review>(
              () => writes.review(seen, writes.requests.write({ [field]: textOrNull(typed) })),
              (current) => ({
                text: current[field] ?? '',
                version: current.version,
                person: current.events.at(-1)?.person ?? null,
                at: current.events.at(-1)?.at ?? null,
              }),
            )
          }
        />
      ) : (
        <>
          <h3>{label}</h3>
          <RichText text={text} empty="Nothing has been written." />
        </>
      )}
    </div>
  );
};
