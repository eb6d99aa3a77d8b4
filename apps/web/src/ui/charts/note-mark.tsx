import { type MouseEvent, useId, useState } from 'react';
import type { ChartPoint } from './chart-points.ts';
import type { Place } from './point-marks.tsx';

/** Which note is open, and where. */
type OpenNote = { readonly index: number } & Place;

type NoteMarkProps = {
  readonly point: ChartPoint;
  readonly number: number;
  /** The id of the same note in the list below the chart. */
  readonly listed: string;
  readonly place: Place;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
};

/** A note on a figure as a point of its own: it opens on focus and on a tap, and Escape closes it. */
const NoteMark = ({ point, number, listed, place: { x, y }, isOpen, onOpen }: NoteMarkProps) => {
  const click = (event: MouseEvent) => {
    event.preventDefault();
    onOpen(true);
  };
  return (
    <a
      className="chart__note-mark"
      href={`#${listed}`}
      aria-label={`Note ${number}, ${point.label}: ${point.note}`}
      aria-expanded={isOpen}
      // the chart around it would begin to walk through its years
      onFocus={(event) => {
        event.stopPropagation();
        onOpen(true);
      }}
      onBlur={() => onOpen(false)}
      onClick={click}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onOpen(false);
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

/** The text of the note that is open, beside its mark. Screen readers have it as the mark's name. */
const NoteText = ({ open, points }: { open: OpenNote | null; points: readonly ChartPoint[] }) => {
  const point = open === null ? undefined : points[open.index];
  if (open === null || point === undefined) return null;
  return (
    <div
      aria-hidden="true"
      className="chart__tip chart__note-text"
      style={{ insetInlineStart: `clamp(0px, ${open.x}px - 8rem, 100% - 16rem)`, insetBlockStart: open.y + open.below }}
    >
      <p className="chart__tip-title">{point.label}</p>
      <p>{point.note}</p>
    </div>
  );
};

/** The notes of a chart: a mark for each at its figure, the one that is open, and all of them as a list. */
export const useNotes = (points: readonly ChartPoint[]) => {
  const [open, setOpen] = useState<OpenNote | null>(null);
  const id = useId();
  const notes = points.filter((point) => point.note);
  const listed = (number: number): string => `${id}-${number}`;
  const mark = (index: number, place: Place) => {
    const point = points[index];
    if (point === undefined) return <g />;
    const number = notes.indexOf(point) + 1;
    return (
      <NoteMark
        point={point}
        number={number}
        listed={listed(number)}
        place={place}
        isOpen={open?.index === index}
        onOpen={(isOpen) => setOpen(isOpen ? { index, ...place } : null)}
      />
    );
  };
  const list = notes.length > 0 && (
    <ol className="chart__notes">
      {notes.map((point, index) => (
        <li key={point.label} id={listed(index + 1)}>{`${point.label}: ${point.note}`}</li>
      ))}
    </ol>
  );
  return { isOpen: open !== null, mark, text: <NoteText open={open} points={points} />, list };
};
