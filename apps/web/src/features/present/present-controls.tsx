import { useEffect, useState } from 'react';
import { Button, LinkButton } from '../../ui/button.tsx';

const useFullScreen = (): readonly [isFull: boolean, toggle: () => void] => {
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      // Who leaves the slides leaves the full screen with them.
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  const toggle = () => {
    // A browser may refuse; the slides are as good in the window.
    const done = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => undefined);
  };
  return [isFull, toggle];
};

type PresentControlsProps = {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
};

/** Everything that the keys do as well. */
export const PresentControls = ({ page, pages, onTurn }: PresentControlsProps) => {
  const [isFull, toggle] = useFullScreen();
  return (
    <nav className="present__controls" aria-label="Slides">
      <Button kind="quiet" size="small" aria-disabled={page === 1} onClick={() => page > 1 && onTurn(page - 1)}>
        Previous
      </Button>
      <span className="present__count">{`${page} of ${pages}`}</span>
      <Button kind="quiet" size="small" aria-disabled={page === pages} onClick={() => page < pages && onTurn(page + 1)}>
        Next
      </Button>
      {document.fullscreenEnabled && (
        <Button kind="quiet" size="small" aria-pressed={isFull} onClick={toggle}>
          Full screen
        </Button>
      )}
      <LinkButton to="/" kind="quiet" size="small">
        Leave
      </LinkButton>
    </nav>
  );
};
