import type { Entry, ReviewSection } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { AutosaveArea } from '../../ui/autosave-area.tsx';
import { partIds } from './gate-links.ts';
import { Prose } from './prose.tsx';
import type { ReviewPlace } from './review-queries.ts';
import { saveText } from './save-text.ts';
import type { ReviewWrites } from './use-review-writes.ts';

type Line = ReviewSection['indicators'][number];

type SectionExplanationsProps = {
  readonly section: ReviewSection;
  readonly place: ReviewPlace;
  readonly writes: ReviewWrites;
};

const isTold = ({ role, entry }: Line): boolean =>
  role === 'performance' && (entry.rating.explanationRequired || entry.explanation !== null);

/** "Why 3.2-A missed its target", "Why 1.1-C passed its target" */
const questionOf = ({ code, entry: { rating } }: Line): string => {
  const missed = rating.rating === 'below_target' || rating.rating === 'improved_target_not_met';
  return `Why ${code} ${missed ? 'missed' : 'departs from'} its target`;
};

/** One explanation for each figure that departs from its target; it belongs to the figure and is kept with it. */
export const SectionExplanations = (props: SectionExplanationsProps) =>
  props.section.indicators.filter(isTold).map((line) => (
    <div key={line.code} className="review__part" id={partIds.explanation(line.code)}>
      <Explanation {...props} line={line} />
    </div>
  ));

const Explanation = ({ section, place, writes, line }: SectionExplanationsProps & { line: Line }) => {
  const { code, entry } = line;
  const isSettled = entry.state === 'submitted' || entry.state === 'approved';
  if (section.rights.explain && isSettled) {
    return (
      <AutosaveArea
        name={`entry:${place.strategy}:${place.year}:${code}:explanation`}
        what={`the explanation of ${code}`}
        label={questionOf(line)}
        hint={`${entry.rating.sentence}.`}
        rows={3}
        // Every save is a version in the history of the figure: it goes when the field is left, or after a long rest.
        delay={5000}
        saved={{ text: entry.explanation ?? '', version: entry.version }}
        save={(text, seen) =>
          saveText<Entry>(
            () => writes.other(`entry ${code}`, seen, writes.requests.explain(code, text.trim())),
            ({ explanation, version, recorded }) => ({
              text: explanation ?? '',
              version,
              person: recorded?.person ?? null,
              at: recorded?.at ?? null,
            }),
          )
        }
        check={(text) => (text.trim() === '' ? 'Say what happened, and what will be done about it' : undefined)}
      />
    );
  }
  return (
    <>
      <h3>{questionOf(line)}</h3>
      <p className="small soft">{entry.rating.sentence}.</p>
      <Prose text={entry.explanation} empty="Not explained yet." />
      {section.rights.explain && !isSettled && (
        <p className="small">
          <Link to="/entry" search={{ year: section.year, indicator: code }}>
            Explain it together with the value in data entry
          </Link>
        </p>
      )}
    </>
  );
};
