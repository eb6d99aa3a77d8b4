import type { GoalPage } from '@fbs/contract';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { againstWords, metWords, reportedWords } from './strategy-words.ts';

type RollUp = GoalPage['rollUp'];

type RollUpLineProps = {
  readonly rollUp: RollUp;
  readonly previous?: RollUp | null;
  readonly year: number;
  /** Whose indicators are counted: "goal 1". */
  readonly of: string;
};

/** Counts by rating as a bar, with what is met and reported in words beside it. */
export const RollUpLine = ({ rollUp, previous = null, year, of }: RollUpLineProps) => {
  const against = againstWords(rollUp, previous, year);
  if (rollUp.indicators === 0) return <p className="soft">No performance indicator yet: nothing here is rated.</p>;
  return (
    <div className="roll-up">
      <StackedBar
        label={`Performance indicators of ${of}`}
        counts={{
          above_target: rollUp.above,
          on_target: rollUp.on,
          improved_target_not_met: rollUp.improved,
          below_target: rollUp.below,
          not_rated: rollUp.notRated,
        }}
      />
      <p>
        <b>{metWords(rollUp)}</b>, {reportedWords(rollUp)}
        {against !== null && <span className="soft">, {against}</span>}
      </p>
    </div>
  );
};
