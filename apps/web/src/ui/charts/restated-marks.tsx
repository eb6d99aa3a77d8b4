import { ReferenceDot, ReferenceLine } from 'recharts';
import type { Restated } from './chart-points.ts';

type Shape = { readonly cx?: number | undefined; readonly cy?: number | undefined };

const Cross = ({ cx = 0, cy = 0 }: Shape) => (
  <path
    d={`M${cx - 4} ${cy - 4}L${cx + 4} ${cy + 4}M${cx + 4} ${cy - 4}L${cx - 4} ${cy + 4}`}
    stroke="var(--ink-soft)"
    strokeWidth={2}
  />
);

/** What was reported first, as a cross, and the way to the figure that replaced it. */
export const restatedMarks = (restated: readonly Restated[]) =>
  restated.flatMap(({ x, from, to }) => [
    to !== null && (
      <ReferenceLine
        key={`${x} ${from} line`}
        segment={[
          { x, y: from },
          { x, y: to },
        ]}
        stroke="var(--ink-soft)"
        strokeDasharray="1 2"
      />
    ),
    <ReferenceDot key={`${x} ${from}`} x={x} y={from} r={4} shape={Cross} />,
  ]);
