import { formatDay } from '../../lib/format.ts';
import type { Counts } from './completeness-queries.ts';

/** "2 of 3 reported", with its percent in words and as a bar; what says nothing has no bar. */
export const CompletenessBar = ({ counts }: { counts: Counts }) => {
  const { indicators, due, reported, percent, oldestOverdue } = counts;
  if (indicators === 0) return <span className="soft">No indicators</span>;
  if (percent === null) return <span className="soft">Nothing due</span>;
  return (
    <span className="complete">
      <span className="complete__words">
        {reported} of {due} <span className="soft">({percent}%)</span>
      </span>
      <span className="complete__bar" aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      {oldestOverdue !== null && <span className="complete__oldest">Due since {formatDay(oldestOverdue)}</span>}
    </span>
  );
};
