import type { Overview } from '@fbs/contract';
import { useMayEnterIn } from '../../lib/session.ts';
import { NeedsAttention } from './needs-attention.tsx';
import { WorldOutside } from './world-outside.tsx';

/** What a reader comes to after the goals. */
export const FurtherDown = ({ overview }: { overview: Overview }) => {
  const mayEnterIn = useMayEnterIn();
  return (
    <div className="overview__columns">
      <NeedsAttention
        items={overview.needsAttention}
        year={overview.year}
        mayEnterIn={(section) => overview.asOf === null && mayEnterIn(section)}
      />
      <WorldOutside context={overview.context} />
    </div>
  );
};
