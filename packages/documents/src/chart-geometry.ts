import type { Chart, ChartColumn, Span } from './review-chart-data.ts';

/** In units of 1/96 inch, the width of a page's text. */
export const frame = { width: 643, left: 64, plotTop: 30, plotHeight: 104, rowHeight: 15, firstRow: 152 } as const;

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type ColumnShape = {
  readonly column: ChartColumn;
  readonly center: number;
  readonly bar: Box | null;
  /** Flat where the target is one figure. */
  readonly target: Box | null;
  readonly initial: Box | null;
};

export type ChartGeometry = {
  readonly columns: readonly ColumnShape[];
  /** Where 0 is: bars always start there. */
  readonly zero: number;
  /** Where the last year ends. */
  readonly right: number;
  readonly height: number;
};

/** Few years stand close together rather than lost across the page. */
const widestSlot = 128;

const extremes = (chart: Chart): { low: number; high: number } => {
  const figures = chart.columns.flatMap(({ value, target, initial }) => [
    ...(value === null ? [] : [value]),
    ...[target, initial].flatMap((span) => (span === null ? [] : [span.low, span.high])),
  ]);
  const low = Math.min(0, ...figures);
  const high = Math.max(0, ...figures);
  return low === high ? { low, high: 1 } : { low, high };
};

export const chartGeometry = (chart: Chart): ChartGeometry => {
  const { low, high } = extremes(chart);
  const slot = Math.min((frame.width - frame.left) / chart.columns.length, widestSlot);
  const yOf = (value: number): number => frame.plotTop + (frame.plotHeight * (high - value)) / (high - low);
  const boxOf = (span: Span | null, left: number): Box | null =>
    span === null ? null : { x: left, y: yOf(span.high), width: slot, height: yOf(span.low) - yOf(span.high) };
  const barWidth = Math.min(slot * 0.44, 52);
  const barOf = (value: number, center: number): Box => {
    // Zero is a value: it shows as a line, unlike a missing one.
    const height = Math.max(Math.abs(yOf(value) - yOf(0)), 1.5);
    return { x: center - barWidth / 2, y: value < 0 ? yOf(0) : yOf(0) - height, width: barWidth, height };
  };
  const columns = chart.columns.map((column, index) => {
    const left = frame.left + index * slot;
    const center = left + slot / 2;
    const bar = column.value === null ? null : barOf(column.value, center);
    return { column, center, bar, target: boxOf(column.target, left), initial: boxOf(column.initial, left) };
  });
  const rows = 2 + (chart.hasTarget ? 1 : 0) + (chart.hasInitial ? 1 : 0);
  const right = frame.left + slot * columns.length;
  return { columns, zero: yOf(0), right, height: frame.firstRow + (rows - 1) * frame.rowHeight + 8 };
};

/** One line through the years, a step up or down where the target changes, a gap where there is none. */
export const stepPath = (boxes: readonly (Box | null)[]): string =>
  boxes
    .map((box, index) => {
      if (box === null || box.height > 0) return '';
      const before = boxes[index - 1];
      return `${before && before.height === 0 ? `V${box.y}` : `M${box.x} ${box.y}`}h${box.width}`;
    })
    .join('');
