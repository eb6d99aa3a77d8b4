import { useMay, useStrategyIfAny } from '../lib/session.ts';
import { strategyName } from '../lib/strategy-name.ts';

/** Says why nothing can be changed here, or who sees this at all. */
const StrategyStrip = () => {
  const strategy = useStrategyIfAny();
  const manages = useMay('manage strategies');
  if (strategy === undefined || strategy.state === 'in_force') return null;
  const name = strategyName(strategy);
  return (
    <aside className="strip strip--as-of" aria-label="State of the strategy">
      <p className="page">
        {strategy.state === 'draft' ? (
          <span>
            <strong>{name} is a draft.</strong> Only planners and administrators see it until it is put in force.
          </span>
        ) : (
          <span>
            <strong>{name} is archived:</strong> it can be read and exported, not changed.
            {manages ? '' : ' An administrator can take it out of the archive.'}
          </span>
        )}
      </p>
    </aside>
  );
};

export default StrategyStrip;
