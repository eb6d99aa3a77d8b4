import { createContext, type MouseEvent, type ReactNode, use, useId, useMemo, useState } from 'react';
import { type ChartPoint, shortNote } from './chart-points.ts';
import type { Place } from './point-marks.tsx';

/** Which note is open, and where. */
type OpenNote = { readonly point: ChartPoint; readonly place: Place };

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
  const show = () => setOpen({ point, place });
  const click = (event: MouseEvent) => {
    event.preventDefault();
    show();
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
        show();
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
  return (
    <div
      aria-hidden="true"
      className="chart__tip chart__note-text"
      style={{ insetInlineStart: `clamp(0px, ${x}px - 8rem, 100% - 16rem)`, insetBlockStart: y + below }}
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
