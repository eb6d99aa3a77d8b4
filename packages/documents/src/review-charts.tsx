/** @jsxRuntime automatic @jsxImportSource react */
// Said here too: a thread may be started outside of the workspace, where no tsconfig names the runtime.
import type { ReactNode } from 'react';
import { type Box, type ColumnShape, chartGeometry, frame, stepPath } from './chart-geometry.ts';
import { palette } from './palette.ts';
import type { Chart } from './review-chart-data.ts';

const color = {
  ink: `#${palette.ink}`,
  soft: `#${palette.inkSoft}`,
  accent: `#${palette.accent}`,
  pale: `#${palette.accentPale}`,
  band: '#FFE396',
  line: `#${palette.lineStrong}`,
};

const targetLine = { fill: 'none', stroke: color.ink, strokeWidth: 2.25 };
const initialLine = { fill: 'none', stroke: color.soft, strokeWidth: 1.75, strokeDasharray: '4 3' };

const Legend = ({ chart }: { chart: Chart }): ReactNode => {
  const items = [{ name: 'Value', mark: <rect x="8" y="-9" width="12" height="10" fill={color.accent} /> }];
  if (chart.isRange) {
    items.push({
      name: 'Target range',
      mark: <rect y="-9" width="20" height="10" fill={color.band} stroke={color.ink} />,
    });
  } else if (chart.hasTarget) {
    items.push({ name: 'Target', mark: <path d="M0 -4h20" {...targetLine} /> });
  }
  if (chart.hasInitial) {
    items.push({ name: 'Initial target, later revised', mark: <path d="M0 -4h20" {...initialLine} /> });
  }
  return items.map(({ name, mark }, index) => (
    <g key={name} transform={`translate(${frame.left + index * 96} 13)`}>
      {mark}
      <text x="25" fill={color.soft}>
        {name}
      </text>
    </g>
  ));
};

/** The figures stand under their column, where no bar or line can cover them. */
const ColumnTexts = ({ shape: { column, center }, chart }: { shape: ColumnShape; chart: Chart }): ReactNode => {
  const rows = [
    { name: 'label', text: column.label, bold: column.current, fill: color.ink },
    { name: 'value', text: column.valueText, bold: column.value !== null, fill: color.ink },
    { name: 'target', text: chart.hasTarget ? column.targetText : null, bold: false, fill: color.soft },
    { name: 'initial', text: chart.hasInitial ? column.initialText : null, bold: false, fill: color.soft },
  ];
  return rows.map(({ name, text, bold, fill }, row) => (
    <text
      key={name}
      x={center}
      y={frame.firstRow + row * frame.rowHeight}
      textAnchor="middle"
      fontWeight={bold ? 700 : 400}
      fill={fill}
    >
      {text}
    </text>
  ));
};

const RowNames = ({ chart }: { chart: Chart }): ReactNode =>
  ['Value', ...(chart.hasTarget ? ['Target'] : []), ...(chart.hasInitial ? ['Initial'] : [])].map((name, index) => (
    <text key={name} x="0" y={frame.firstRow + (index + 1) * frame.rowHeight} fill={color.soft}>
      {name}
    </text>
  ));

/** A target range; a target of one figure has no height and is drawn as a step. */
const Band = ({ box: { x, y, width, height } }: { box: Box }): ReactNode =>
  height === 0 ? null : (
    <>
      <rect x={x} y={y} width={width} height={height} fill={color.band} />
      <path d={`M${x} ${y}h${width}M${x} ${y + height}h${width}`} stroke={color.ink} />
    </>
  );

/** The values of the years as columns from 0, the target as a line that steps from year to year. */
export const IndicatorChart = ({ chart, description }: { chart: Chart; description: string }): ReactNode => {
  const { columns, zero, right, height } = chartGeometry(chart);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={frame.width}
      height={height}
      viewBox={`0 0 ${frame.width} ${height}`}
    >
      <title>{description}</title>
      <g fontFamily="Public Sans" fontSize="11.5">
        <Legend chart={chart} />
        {columns.map(({ target, column }) => (target ? <Band key={column.label} box={target} /> : null))}
        {columns.map(({ bar, column }) =>
          bar ? <rect key={column.label} {...bar} fill={column.current ? color.accent : color.pale} /> : null,
        )}
        <path d={stepPath(columns.map((shape) => shape.initial))} {...initialLine} />
        <path d={stepPath(columns.map((shape) => shape.target))} {...targetLine} />
        <path d={`M${frame.left} ${zero}H${right}`} stroke={color.line} />
        <RowNames chart={chart} />
        {columns.map((shape) => (
          <ColumnTexts key={shape.column.label} shape={shape} chart={chart} />
        ))}
      </g>
    </svg>
  );
};
