import { type ComponentProps, useId, useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDecimal } from '../../lib/format.ts';
import { ChartLegend } from './chart-legend.tsx';
import { ChartNotes, NoteList, NoteText, useIsNoteOpen } from './chart-notes.tsx';
import {
  bandsOf,
  type ChartBaseline,
  type ChartPoint,
  heightsOf,
  initialTargetsOf,
  restatedOf,
  rowsOf,
  targetsOf,
  tolerancesOf,
} from './chart-points.ts';
import { ticksFor } from './chart-scale.ts';
import { ChartTip } from './chart-tip.tsx';
import { pointMarks } from './point-marks.tsx';
import { restatedMarks } from './restated-marks.tsx';

export type IndicatorChartProps = {
  /** The chart's name, and what it shows in a sentence or two, for those who do not see it. */
  readonly title: string;
  readonly description: string;
  readonly points: readonly ChartPoint[];
  readonly baseline?: ChartBaseline | null;
  /** How a figure is written; it gets exact decimals. */
  readonly format?: (decimal: string) => string;
  /** The label of the year in question, marked with a filled point. */
  readonly current?: string;
  readonly zeroBased?: boolean;
  readonly height?: number;
};

const plainFormat = (decimal: string): string => formatDecimal(decimal);

/** An indicator over the years: values, stepped targets, baseline, projection. Arrow keys walk through the years. */
const IndicatorChart = (props: IndicatorChartProps) => {
  const { title, description, points, baseline = null, format = plainFormat, zeroBased = true, height = 300 } = props;
  const { current } = props;
  const name = useId();
  const rows = useMemo(() => rowsOf(points), [points]);
  const ticks = useMemo(() => ticksFor(heightsOf(points, baseline), zeroBased), [points, baseline, zeroBased]);
  return (
    <ChartNotes points={points}>
      <div className="chart">
        <LineChart
          responsive
          data={rows}
          style={{ width: '100%', height }}
          margin={{ top: 16, right: 8, bottom: 4, left: 0 }}
          title={title}
          desc={`${description} Use the arrow keys to read the years one by one.`}
          id={name}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={[-0.5, points.length - 0.5]}
            ticks={points.map((_, x) => x)}
            tickFormatter={(x: number) => points[x]?.label ?? ''}
            interval="equidistantPreserveStart"
            tickLine={false}
            axisLine={{ stroke: 'var(--chart-axis)' }}
          />
          <YAxis
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={ticks}
            tickFormatter={(tick: number) => format(String(tick))}
            width="auto"
            tickLine={false}
            axisLine={false}
          />
          {[...bandsOf(points), ...tolerancesOf(points)].map(({ x, low, high }) => (
            <ReferenceArea key={x} x1={x - 0.5} x2={x + 0.5} y1={low} y2={high} className="chart__range" zIndex={0} />
          ))}
          {bandsOf(points).flatMap(({ x, low, high }) =>
            [low, high].map((y) => <ReferenceLine key={`${x} ${y}`} segment={flat(x, y)} stroke="var(--ink)" />),
          )}
          {(ticks[0] ?? 0) < 0 && <ReferenceLine y={0} stroke="var(--chart-axis)" />}
          {baseline !== null && (
            <ReferenceLine
              y={Number(baseline.value)}
              stroke="var(--chart-axis)"
              strokeWidth={1.5}
              strokeDasharray="1.5 3"
            />
          )}
          {targetsOf(points).map(({ x, y }) => (
            <ReferenceLine key={x} segment={flat(x, y)} stroke="var(--ink)" strokeWidth={2} />
          ))}
          {initialTargetsOf(points).map(({ x, y }) => (
            <ReferenceLine key={x} segment={flat(x, y)} stroke="var(--ink)" strokeWidth={1.5} strokeDasharray="4 4" />
          ))}
          {restatedMarks(restatedOf(points))}
          <Line
            dataKey="projection"
            stroke="var(--accent)"
            strokeWidth={2}
            strokeDasharray="3 5"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="value"
            stroke="var(--accent)"
            strokeWidth={2.5}
            dot={pointMarks({ points, format, current })}
            activeDot={{ r: 7, stroke: 'var(--accent)', fill: 'var(--accent)' }}
            isAnimationActive={false}
          />
          <Tooltip
            content={({ active, label }) => (
              <YearTip point={active ? points[Number(label)] : undefined} format={format} />
            )}
            cursor={{ stroke: 'var(--chart-axis)', strokeDasharray: '2 3' }}
            isAnimationActive={false}
            filterNull={false}
          />
        </LineChart>
        <ChartLegend points={points} baseline={baseline} format={format} />
        <NoteText />
        <NoteList />
      </div>
    </ChartNotes>
  );
};

/** Steps aside while a note is read. */
const YearTip = (props: ComponentProps<typeof ChartTip>) => (useIsNoteOpen() ? null : <ChartTip {...props} />);

/** A target holds for its whole year: flat from the year's one edge to the other. */
const flat = (x: number, y: number) =>
  [
    { x: x - 0.5, y },
    { x: x + 0.5, y },
  ] as const;

export default IndicatorChart;
