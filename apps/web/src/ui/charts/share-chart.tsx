import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { patternOf, SharePatterns, sampleOf } from './share-patterns.tsx';

export type SharePart = {
  /** Position only, in percent; null where it is not known. */
  readonly share: number | null;
  /** "66.3%", inside the part where it fits. */
  readonly short: string;
  /** "6,239 (66.3%)". */
  readonly words: string;
};

export type ShareRow = { readonly label: string; readonly parts: readonly SharePart[] };

export type ShareChartProps = {
  readonly title: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly rows: readonly ShareRow[];
};

type Shape = {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly index?: number;
};

/** What a share needs to stand inside its part. */
const roomForWords = 52;

/** One row for each year: its parts beside each other, told apart by pattern as well as by color. */
const ShareChart = ({ title, description, categories, rows }: ShareChartProps) => {
  const id = useId();
  const data = rows.map(({ label, parts }) => ({ label, ...parts.map(({ share }) => share ?? 0) }));
  const shapeOf =
    (part: number) =>
    ({ x = 0, y = 0, width = 0, height = 0, index = -1 }: Shape) => (
      <g>
        <rect x={x} y={y} width={width} height={height} fill={patternOf(id, part)} stroke="var(--ground)" />
        {width >= roomForWords && (
          <>
            <rect x={x + width / 2 - 21} y={y + height / 2 - 8} width={42} height={16} rx={3} fill="var(--ground)" />
            <text className="chart__share" x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle">
              {rows[index]?.parts[part]?.short}
            </text>
          </>
        )}
      </g>
    );
  return (
    <div className="chart">
      <BarChart
        responsive
        layout="vertical"
        data={data}
        style={{ width: '100%', height: rows.length * 36 + 40 }}
        margin={{ top: 4, right: 16, bottom: 4, left: 0 }}
        title={title}
        desc={`${description} Use the arrow keys to read the years one by one.`}
      >
        <SharePatterns id={id} />
        <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
        <XAxis type="number" domain={[0, 100]} tickFormatter={(tick: number) => `${tick}%`} tickLine={false} />
        <YAxis type="category" dataKey="label" width="auto" tickLine={false} axisLine={false} />
        {categories.map((category, part) => (
          <Bar
            key={category}
            dataKey={String(part)}
            name={category}
            stackId="whole"
            barSize={24}
            shape={shapeOf(part)}
            isAnimationActive={false}
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--ground-sunk)' }}
          content={({ active, label }) => (
            <ShareTip row={active ? rows.find((row) => row.label === label) : undefined} categories={categories} />
          )}
        />
      </BarChart>
      <ul className="chart__legend">
        {categories.map((category, part) => (
          <li key={category}>
            {sampleOf(id, part)}
            {category}
          </li>
        ))}
      </ul>
    </div>
  );
};

const ShareTip = ({ row, categories }: { row: ShareRow | undefined; categories: readonly string[] }) =>
  row === undefined ? null : (
    <div className="chart__tip" role="status" aria-live="polite">
      <p className="chart__tip-title">{row.label}</p>
      {categories.map((category, part) => (
        <p key={category}>{`${category}: ${row.parts[part]?.words ?? 'not reported'}`}</p>
      ))}
    </div>
  );

export default ShareChart;
