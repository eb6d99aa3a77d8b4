import { useBlocker } from '@tanstack/react-router';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Asks before a screen with something unsaved is left; what was typed is kept for coming back in this tab. */
export const LeaveGuard = ({ isChanged, onDrop }: { isChanged: boolean; onDrop: () => void }) => {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  const { status, proceed, reset } = blocker;
  if (status !== 'blocked') return null;
  return (
    <Dialog
      open
      onClose={reset}
      title="Leave without saving?"
      actions={
        <>
          <Button kind="primary" onClick={reset}>
            Stay here
          </Button>
          <Button onClick={proceed}>Leave, and keep what I typed</Button>
          <Button
            kind="danger"
            onClick={() => {
              onDrop();
              proceed();
            }}
          >
            Leave and drop it
          </Button>
        </>
      }
    >
      <p>What you typed is not saved. It can be kept in this browser tab until you come back.</p>
    </Dialog>
  );
};
