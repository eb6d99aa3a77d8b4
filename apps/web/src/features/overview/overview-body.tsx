import type { Overview } from '@fbs/contract';
import { plural } from '../../lib/format.ts';
import { useMayEnterIn } from '../../lib/session.ts';
import { Counted } from '../../panels/results/counted.tsx';
import { GoalRows } from './goal-rows.tsx';
import { JspPanel } from './jsp-panel.tsx';
import { NeedsAttention } from './needs-attention.tsx';
import { OverviewFigures } from './overview-figures.tsx';
import { WorldOutside } from './world-outside.tsx';
import { YearGap } from './year-gap.tsx';

/** Everything that shows figures: from what the strategy is for, down to what needs a hand. */
export const OverviewBody = ({ overview }: { overview: Overview }) => {
  const mayEnterIn = useMayEnterIn();
  return (
    <div className="overview">
      <JspPanel jsp={overview.jsp} year={overview.year} />
      <YearGap overview={overview} />
      <OverviewFigures overview={overview} />
      <GoalRows goals={overview.goals} year={overview.year} />
      <div className="overview__columns">
        <NeedsAttention
          items={overview.needsAttention}
          year={overview.year}
          mayEnterIn={(section) => overview.asOf === null && mayEnterIn(section)}
        />
        <WorldOutside context={overview.context} />
      </div>
      {overview.illustrative > 0 && (
        <p className="small faint">
          <Counted list="illustrative" year={overview.year}>
            {plural(overview.illustrative, 'figure')}
          </Counted>
          {` behind this page ${overview.illustrative === 1 ? 'is' : 'are'} illustrative: invented for evaluation, and not to be quoted.`}
        </p>
      )}
    </div>
  );
};
