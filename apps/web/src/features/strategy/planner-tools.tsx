import type { ObjectivePage } from '@fbs/contract';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { IndicatorOrder } from './indicator-order.tsx';

/** Adding indicators to an objective and putting them in order, for those who may define them, and only today. */
export const PlannerTools = ({ objective }: { objective: ObjectivePage }) => {
  const may = useMay('define indicators');
  const [isOrdering, setOrdering] = useState(false);
  if (!may || objective.asOf !== null) return null;
  return (
    <div className="stack">
      <div className="row">
        <LinkButton to="/indicators/new" search={{ objective: objective.code }} size="small">
          Add an indicator
        </LinkButton>
        {objective.indicators.length > 1 && (
          <Button size="small" aria-expanded={isOrdering} onClick={() => setOrdering(!isOrdering)}>
            {isOrdering ? 'Done with the order' : 'Change the order'}
          </Button>
        )}
      </div>
      {isOrdering && <IndicatorOrder objective={objective} />}
    </div>
  );
};
