import { metSentence, type RollUp, reportedSentence, reviewStateLabels } from '@fbs/core';
import { formatYear, plural } from '../../lib/format.ts';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import type { Meeting } from './present-queries.ts';

type Counts = Meeting['overview']['rollUp'];

export const RatingsBar = ({ counts, label }: { counts: Counts; label: string }) => (
  <StackedBar
    label={label}
    counts={{
      above_target: counts.above,
      on_target: counts.on,
      improved_target_not_met: counts.improved,
      below_target: counts.below,
      not_rated: counts.notRated,
    }}
  />
);

/** "Met 10 of 17 rated, reported 18 of 18 due; in FY 2020 met 6 of 17 rated." */
export const standingWords = (counts: RollUp, previous: RollUp | null, year: number): string => {
  const now = `${metSentence(counts)}, ${reportedSentence(counts)}`;
  const before = previous === null ? '' : `; in ${formatYear(year - 1)} ${metSentence(previous)}`;
  return `${now.charAt(0).toUpperCase()}${now.slice(1)}${before}.`;
};

type Figure = { readonly label: string; readonly figure: string; readonly of: string };

const figuresOf = ({ rollUp, review, needsAttention }: Meeting['overview']): readonly Figure[] => [
  { label: 'Targets met', figure: String(rollUp.met), of: `of ${rollUp.rated} rated` },
  { label: 'Reported', figure: String(rollUp.reported), of: `of ${rollUp.due} due` },
  {
    label: 'Need attention',
    figure: String(needsAttention.length),
    of: needsAttention.length === 1 ? 'indicator' : 'indicators',
  },
  {
    label: 'Annual review',
    figure: reviewStateLabels[review.state],
    of: `${review.sections.cleared} of ${plural(review.sections.total, 'objective')} cleared`,
  },
];

/** What this is about, and how the year stands in one look. */
export const OpeningSlide = ({ overview }: { overview: Meeting['overview'] }) => {
  const { rollUp, previousRollUp, jsp, year } = overview;
  return (
    <>
      <p className="over">{overview.strategy.organization}</p>
      <h2>{`${overview.strategy.title.replace(/(\d{4})-(\d{4})/, '$1\u2013$2')}, ${formatYear(year)}`}</h2>
      {jsp !== null && (
        <p className="soft">
          {jsp.label}: <q>{jsp.quote}</q>
        </p>
      )}
      <dl className="present__figures">
        {figuresOf(overview).map(({ label, figure, of }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{figure}</b> {of}
            </dd>
          </div>
        ))}
      </dl>
      <div className="present__standing">
        <RatingsBar counts={rollUp} label="Performance indicators of the strategy" />
        <p>{standingWords(rollUp, previousRollUp, year)}</p>
        <RatingLegend />
      </div>
    </>
  );
};
