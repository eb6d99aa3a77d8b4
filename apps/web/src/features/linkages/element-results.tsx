import { plural } from '../../lib/format.ts';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { metPhrase, sentenceCase } from './linkage-words.ts';
import type { ElementPage } from './linkages-queries.ts';

type RollUp = ElementPage['rollUp'];

/** "Met 7 of 9 rated, reported 9 of 12 due": how what stands behind an element did. */
export const countsLine = (rollUp: RollUp): string => {
  if (rollUp.indicators === 0) return 'No performance indicator stands behind it: nothing here is rated.';
  const reported = rollUp.due === 0 ? 'nothing due yet' : `reported ${rollUp.reported} of ${rollUp.due} due`;
  return `${sentenceCase(metPhrase(rollUp))}, ${reported}, ${plural(rollUp.indicators, 'performance indicator')} in all.`;
};

/** Counts by rating as a bar. */
export const RatingsOf = ({ rollUp, of }: { rollUp: RollUp; of: string }) =>
  rollUp.indicators === 0 ? null : (
    <StackedBar
      label={`Performance indicators behind ${of}`}
      counts={{
        above_target: rollUp.above,
        on_target: rollUp.on,
        improved_target_not_met: rollUp.improved,
        below_target: rollUp.below,
        not_rated: rollUp.notRated,
      }}
    />
  );
