import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** A frame around a few figures that say how things stand, each a link to what is behind it. */
export const KeyFigures = ({ children, label }: { children: ReactNode; label: string }) => (
  <section className="key-figures" aria-label={label}>
    {children}
  </section>
);

type KeyFigureProps = {
  readonly label: string;
  /** The figure as a link of the class "key-figure__link", which the whole frame then stands for. */
  readonly children: ReactNode;
  /** A short word instead of a figure ("In clearance"), which is set smaller. */
  readonly isWord?: boolean;
  /** After the figure, smaller: "of 13 rated". */
  readonly of?: ReactNode;
  readonly note?: ReactNode;
};

export const KeyFigure = ({ label, children, isWord = false, of, note }: KeyFigureProps) => (
  <div className="key-figure">
    <span className="over">{label}</span>{' '}
    <span className={classes('key-figure__figure', isWord && 'key-figure__figure--word')}>
      {children}
      {of !== undefined && <small> {of}</small>}
    </span>{' '}
    {note !== undefined && <span className="key-figure__note">{note}</span>}
  </div>
);
