import { createContext, type MouseEvent, type ReactNode, use, useId, useMemo, useState } from 'react';
import { classes } from '../classes.ts';
import { type ChartPoint, shortNote } from './chart-points.ts';
import type { Place } from './point-marks.tsx';

/** Which note is open, and where. */
type OpenNote = { readonly point: ChartPoint; readonly place: Place; readonly isAbove: boolean };

/** The most that a note's text takes, in pixels: it opens above where the window ends too soon below. */
const textHeight = 200;

const hasRoomAboveOnly = (mark: Element): boolean => {
  const { top, bottom } = mark.getBoundingClientRect();
  return bottom + textHeight > innerHeight && top > textHeight;
};

type Notes = {
  readonly id: string;
  readonly points: readonly ChartPoint[];
  readonly open: OpenNote | null;
  readonly setOpen: (open: OpenNote | null) => void;
};

const NotesContext = createContext<Notes>({ id: '', points: [], open: null, setOpen: () => {} });

type ChartNotesProps = { readonly points: readonly ChartPoint[]; readonly children: ReactNode };

/** Holds which note is open apart from the drawing, which would lose the focus if it were drawn anew. */
export const ChartNotes = ({ points, children }: ChartNotesProps) => {
  const id = useId();
  const [open, setOpen] = useState<OpenNote | null>(null);
  const noted = useMemo(() => points.filter((point) => point.note), [points]);
  const value = useMemo(() => ({ id, points: noted, open, setOpen }), [id, noted, open]);
  return <NotesContext value={value}>{children}</NotesContext>;
};

export const useIsNoteOpen = (): boolean => use(NotesContext).open !== null;

/** A note on a figure as a point of its own: it opens on focus and on a tap, and Escape closes it. */
export const NoteMark = ({ point, place }: { point: ChartPoint; place: Place }) => {
  const { id, points, open, setOpen } = use(NotesContext);
  const number = points.indexOf(point) + 1;
  const { x, y } = place;
  const show = (mark: Element) => setOpen({ point, place, isAbove: hasRoomAboveOnly(mark) });
  const click = (event: MouseEvent) => {
    event.preventDefault();
    show(event.currentTarget);
  };
  return (
    <a
      className="chart__note-mark"
      href={`#${id}-${number}`}
      aria-label={`Note ${number}, ${point.label}: ${point.note}`}
      aria-expanded={open?.point === point}
      // the chart around it would begin to walk through its years
      onFocus={(event) => {
        event.stopPropagation();
        show(event.currentTarget);
      }}
      onBlur={() => setOpen(null)}
      onClick={click}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') setOpen(null);
      }}
    >
      <circle className="chart__note-ground" cx={x} cy={y} r={12} />
      <circle className="chart__note-disc" cx={x} cy={y} r={8} />
      <text x={x} y={y + 3.5} textAnchor="middle">
        {number}
      </text>
    </a>
  );
};

/** The text of the note that is open, near its mark. Screen readers have it as the mark's name. */
export const NoteText = () => {
  const { open } = use(NotesContext);
  if (open === null) return null;
  const { x, y, below } = open.place;
  const isAbove = open.isAbove;
  return (
    <div
      aria-hidden="true"
      className={classes('chart__tip chart__note-text', isAbove && 'chart__note-text--above')}
      style={{
        insetInlineStart: `clamp(0px, ${x}px - 8rem, 100% - 16rem)`,
        insetBlockStart: isAbove ? y - 28 : y + below,
      }}
    >
      <p className="chart__tip-title">{open.point.label}</p>
      <p>{open.point.note}</p>
    </div>
  );
};

/** All notes below the chart, by their numbers. */
export const NoteList = () => {
  const { id, points } = use(NotesContext);
  return points.length === 0 ? null : (
    <ol className="chart__notes">
      {points.map((point, index) => (
        <li key={point.label} id={`${id}-${index + 1}`}>{`${point.label}: ${shortNote(point.note ?? '')}`}</li>
      ))}
    </ol>
  );
};
