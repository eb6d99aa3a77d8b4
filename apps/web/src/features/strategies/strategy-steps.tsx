import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { strategyName } from '../../lib/strategy-name.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { type StrategyTree, useStrategyWrites } from './strategies-queries.ts';

const steps = {
  draft: {
    action: 'Put in force',
    to: 'in_force',
    means:
      'Everybody sees the strategy, and figures can be entered. Its sections, goals and objectives are then no longer changed. What you have not saved is lost.',
  },
  in_force: {
    action: 'Archive',
    to: 'archived',
    means: 'The strategy stays readable and can be exported; nothing in it can be changed until it is taken back.',
  },
  archived: {
    action: 'Take out of the archive',
    to: 'in_force',
    means: 'Figures, targets and reviews of the strategy can be changed again.',
  },
} as const;

/** The one step that a strategy can take from where it stands. */
export const StrategySteps = ({ tree }: { tree: StrategyTree }) => {
  // The step that was asked about: the strategy moves on while its dialog is still there.
  const [asked, setAsked] = useState<(typeof steps)[StrategyTree['state']]>();
  const writes = useStrategyWrites();
  const step = steps[tree.state];
  const confirm = async (to: typeof step.to): Promise<string | undefined> => {
    try {
      await writes.move(tree, to);
      announce(to === 'archived' ? 'The strategy is archived' : 'The strategy is in force');
      setAsked(undefined);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  };
  return (
    <>
      <Button onClick={() => setAsked(step)}>{step.action}</Button>
      {asked !== undefined && (
        <ConfirmDialog
          title={`${asked.action}: ${strategyName(tree)}`}
          action={asked.action}
          onConfirm={() => confirm(asked.to)}
          onClose={() => setAsked(undefined)}
        >
          <p>{asked.means}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
