import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

/** A frame around a few figures that say how things stand, each a link to what is behind it. */
export const KeyFigures = ({ children, label }: { children: ReactNode; label: string }) => (
  <section className="key-figures" aria-label={label}>
    {children}
  </section>
);

type KeyFigureWords = {
  readonly label: string;
  /** The figure itself, or a short word ("In clearance"), which is then set smaller. */
  readonly figure: string;
  /** After the figure, smaller: "of 13 rated". */
  readonly of?: string;
  readonly note?: ReactNode;
};

type KeyFigureProps = KeyFigureWords & Omit<ComponentProps<'a'>, 'children'>;

const KeyFigureAnchor = ({ label, figure, of, note, className, ...rest }: KeyFigureProps) => (
  <a className={classes('key-figure', className)} {...rest}>
    <span className="over">{label}</span>{' '}
    <span className={classes('key-figure__figure', !/\d/.test(figure) && 'key-figure__figure--word')}>
      {figure}
      {of !== undefined && <small> {of}</small>}
    </span>{' '}
    {note !== undefined && <span className="key-figure__note">{note}</span>}
  </a>
);

export const KeyFigure = createLink(KeyFigureAnchor);
