import type { ReactElement } from 'react';
import { NoteMark } from './chart-notes.tsx';
import type { ChartPoint } from './chart-points.ts';

type PointMarksInput = {
  readonly points: readonly ChartPoint[];
  readonly format: (decimal: string) => string;
  readonly current: string | undefined;
};

/** Where a note's mark stands, and how far below it its text may begin without covering the figure. */
export type Place = { readonly x: number; readonly y: number; readonly below: number };

type DotPlace = { readonly cx?: number | undefined; readonly cy?: number | undefined; readonly index?: number };

/** Above the point, or below it where the figure fell and the line would run through its label. */
const isBelow = (points: readonly ChartPoint[], index: number): boolean => {
  const value = Number(points[index]?.value);
  const next = points[index + 1]?.value ?? points[index + 1]?.projection ?? null;
  const before = points[index - 1]?.value ?? null;
  const target = points[index]?.target ?? null;
  if (before !== null && next !== null && Number(before) > value && Number(next) > value) return true;
  return target !== null && Number(target) >= value && (before === null || Number(before) <= value * 1.1);
};

/** Marker and figure of one year. Illustrative figures have a dashed marker, the year in question a full one. */
export const pointMarks =
  ({ points, format, current }: PointMarksInput) =>
  ({ cx, cy, index = -1 }: DotPlace): ReactElement => {
    const point = points[index];
    if (cx === undefined || cy === undefined || point === undefined || point.value === null) return <g key={index} />;
    const isCurrent = point.label === current;
    const below = isBelow(points, index);
    return (
      <g key={index}>
        <circle
          cx={cx}
          cy={cy}
          r={isCurrent ? 6 : 5}
          fill={isCurrent && !point.illustrative ? 'var(--accent)' : 'var(--ground)'}
          stroke="var(--accent)"
          strokeWidth={2.5}
          strokeDasharray={point.illustrative ? '2.5 2' : undefined}
        />
        <text className="chart__value" x={cx} y={cy + (below ? 22 : -12)} textAnchor="middle">
          {format(point.value)}
        </text>
        {/* on the side of the point that its figure leaves free */}
        {point.note && (
          <NoteMark point={point} place={below ? { x: cx, y: cy - 20, below: 50 } : { x: cx, y: cy + 20, below: 16 }} />
        )}
      </g>
    );
  };
