import type { GoalPage } from '@fbs/contract';
import { formatSigned, formatYear } from '../../lib/format.ts';
import { Counted } from '../../panels/results/counted.tsx';
import { RatingBar } from '../../panels/results/rating-bar.tsx';

type RollUp = GoalPage['rollUp'];

type RollUpLineProps = {
  readonly rollUp: RollUp;
  readonly previous?: RollUp | null;
  readonly year: number;
  /** Whose indicators are counted. */
  readonly kind: 'goal' | 'objective';
  readonly code: string;
};

/** Counts by rating as a bar, with what is met and reported in words beside it; each figure leads to its list. */
export const RollUpLine = ({ rollUp, previous = null, year, kind, code }: RollUpLineProps) => {
  if (rollUp.indicators === 0) return <p className="soft">No performance indicator yet: nothing here is rated.</p>;
  const place = { year, [kind]: code };
  const of = `${kind} ${code}`;
  return (
    <div className="roll-up">
      <RatingBar rollUp={rollUp} of={of} place={place} />
      <p>
        <b>
          {rollUp.rated === 0 ? (
            'Nothing is rated yet'
          ) : (
            <>
              Met{' '}
              <Counted {...place} list="met" words={`met, ${of}`}>
                {rollUp.met}
              </Counted>{' '}
              of{' '}
              <Counted {...place} list="rated">
                {rollUp.rated} rated
              </Counted>
            </>
          )}
        </b>
        ,{' '}
        {rollUp.due === 0 ? (
          'nothing is due yet'
        ) : (
          <>
            reported{' '}
            <Counted {...place} list="reported" words={`reported, ${of}`}>
              {rollUp.reported}
            </Counted>{' '}
            of{' '}
            <Counted {...place} list="due">
              {rollUp.due} due
            </Counted>
          </>
        )}
        {previous !== null && (
          <span className="soft">
            {`, ${formatSigned(String(rollUp.met - previous.met))} met against ${formatYear(year - 1)}`}
            <span className="screen-only">
              :{' '}
              <Counted {...place} list="met_changed" words={`against ${formatYear(year - 1)}, ${of}`}>
                what changed
              </Counted>
            </span>
          </span>
        )}
      </p>
    </div>
  );
};
