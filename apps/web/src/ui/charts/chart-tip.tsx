import { type ChartPoint, shortNote } from './chart-points.ts';

type ChartTipProps = {
  readonly point: ChartPoint | undefined;
  readonly format: (decimal: string) => string;
};

const linesOf = (point: ChartPoint, format: (decimal: string) => string): string[] => {
  const { value, projection, target, initialTarget, low, high, tolerance, illustrative = false } = point;
  const mark = point.illustrativeTarget === true ? ', illustrative' : '';
  const projected = projection ?? null;
  return [
    value === null
      ? projected === null && 'No figure'
      : `Value ${format(value)}${illustrative ? ', illustrative' : ''}`,
    value === null && projected !== null && `Projection ${format(projected)}`,
    ...(point.restatedFrom ?? []).map(
      (earlier) => `First reported as ${format(earlier.value)}${earlier.illustrative ? ', illustrative' : ''}`,
    ),
    target && `Target ${format(target)}${tolerance ? `, or up to ${format(tolerance)} from it` : ''}${mark}`,
    initialTarget && initialTarget !== target && `Initial target ${format(initialTarget)}${mark}`,
    low && high && `Range ${format(low)} to ${format(high)}${mark}`,
    point.note && shortNote(point.note),
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
};

/** The figures of one year, shown under the pointer and on the arrow keys, and read aloud. */
export const ChartTip = ({ point, format }: ChartTipProps) =>
  point === undefined ? null : (
    <div className="chart__tip" role="status" aria-live="polite">
      <p className="chart__tip-title">{point.label}</p>
      {linesOf(point, format).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
