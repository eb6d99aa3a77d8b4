import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { useIdleWarning } from './use-idle-warning.ts';
import { useLiveUpdates } from './use-live-updates.ts';
import './live.scss';

/** A line at the foot of the page, only while there is something to say; screen readers hear the same words. */
const LiveUpdates = () => {
  const { line, leave } = useLiveUpdates();
  const idle = useIdleWarning();
  if (idle !== null && line?.kind !== 'signed-out') {
    return (
      <aside className="live-line live-line--signed-out" aria-label="Your session">
        <p>{idle.text}</p>
        <Button onClick={idle.stay}>Stay signed in</Button>
      </aside>
    );
  }
  if (line === null) return null;
  return (
    <aside className={classes('live-line', `live-line--${line.kind}`)} aria-label="Changes and connection">
      <p>{line.text}</p>
      {line.kind === 'signed-out' && <Button onClick={leave}>Sign in again</Button>}
    </aside>
  );
};

export default LiveUpdates;
