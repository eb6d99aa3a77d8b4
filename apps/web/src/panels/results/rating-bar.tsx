import type { Overview } from '@fbs/contract';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { Counted, type ResultsPlace } from './counted.tsx';

type RatingBarProps = {
  readonly rollUp: Overview['rollUp'];
  /** Whose indicators are counted: "goal 1". */
  readonly of: string;
  readonly place: Omit<ResultsPlace, 'list'>;
};

/** Performance indicators by rating; each part of the bar leads to the indicators that it counts. */
export const RatingBar = ({ rollUp, of, place }: RatingBarProps) => (
  <StackedBar
    label={`Performance indicators of ${of}`}
    counts={{
      above_target: rollUp.above,
      on_target: rollUp.on,
      improved_target_not_met: rollUp.improved,
      below_target: rollUp.below,
      not_rated: rollUp.notRated,
    }}
    linkOf={(rating, words) => (
      <Counted {...place} list={rating} className="counted-part">
        <span className="visually-hidden">{`${words}, ${of}`}</span>
      </Counted>
    )}
  />
);
