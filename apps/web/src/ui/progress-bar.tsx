import type { ReactNode } from 'react';
import './progress-bar.scss';

type ProgressBarProps = {
  /** How far it is, in words. */
  readonly words: ReactNode;
  /** From 0 to 1; null: nobody knows yet. */
  readonly share: number | null;
  readonly note?: ReactNode;
};

/** How far something is that takes its time, in words and as a bar. */
export const ProgressBar = ({ words, share, note }: ProgressBarProps) => (
  <label className="progress-bar">
    <span>{words}</span>
    <progress max={1} value={share ?? undefined} />
    {note !== undefined && <span className="soft">{note}</span>}
  </label>
);
