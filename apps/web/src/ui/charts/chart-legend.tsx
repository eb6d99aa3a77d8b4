import type { ReactNode } from 'react';
import { type ChartBaseline, type ChartPoint, initialTargetsOf, restatedOf, tolerancesOf } from './chart-points.ts';

type ChartLegendProps = {
  readonly points: readonly ChartPoint[];
  readonly baseline: ChartBaseline | null;
  readonly format: (decimal: string) => string;
};

const Sample = ({ children }: { children: ReactNode }) => (
  <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
    {children}
  </svg>
);

const samples = {
  value: (
    <Sample>
      <path d="M0 6H28" stroke="var(--accent)" strokeWidth="2.5" />
      <circle cx="14" cy="6" r="4" fill="var(--ground)" stroke="var(--accent)" strokeWidth="2.5" />
    </Sample>
  ),
  illustrative: (
    <Sample>
      <circle
        cx="14"
        cy="6"
        r="4.5"
        fill="var(--ground)"
        stroke="var(--accent)"
        strokeDasharray="2 2"
        strokeWidth="2"
      />
    </Sample>
  ),
  target: (
    <Sample>
      <path d="M2 6H26" stroke="var(--ink)" strokeWidth="2" />
    </Sample>
  ),
  initial: (
    <Sample>
      <path d="M2 6H26" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="4 4" />
    </Sample>
  ),
  range: (
    <Sample>
      <rect x="2" y="1" width="24" height="10" className="chart__range" />
      <path d="M2 1H26M2 11H26" stroke="var(--ink)" />
    </Sample>
  ),
  restated: (
    <Sample>
      <path d="M10 2L18 10M18 2L10 10" stroke="var(--ink-soft)" strokeWidth="2" />
    </Sample>
  ),
  projection: (
    <Sample>
      <path d="M0 6H28" stroke="var(--accent)" strokeWidth="2" strokeDasharray="3 5" />
    </Sample>
  ),
  baseline: (
    <Sample>
      <path d="M0 6H28" stroke="var(--chart-axis)" strokeWidth="1.5" strokeDasharray="1.5 3" />
    </Sample>
  ),
};

const isInvented = ({ restatedFrom = [] }: ChartPoint): boolean => restatedFrom.some((earlier) => earlier.illustrative);

/** Names each line by its own drawing: dash and marker, not color alone. */
export const ChartLegend = ({ points, baseline, format }: ChartLegendProps) => {
  const has = (test: (point: ChartPoint) => unknown) => points.some((point) => Boolean(test(point)));
  const entries = [
    has((point) => point.value) && { sample: samples.value, words: 'Value' },
    has((point) => point.illustrative && point.value) && { sample: samples.illustrative, words: 'Illustrative value' },
    has((point) => point.target) && {
      sample: samples.target,
      words: `Target${has((point) => point.target && point.illustrativeTarget) ? ' (illustrative)' : ''}`,
    },
    initialTargetsOf(points).length > 0 && { sample: samples.initial, words: 'Initial target' },
    has((point) => point.low && point.high) && { sample: samples.range, words: 'Range to stay within' },
    tolerancesOf(points).length > 0 && { sample: samples.range, words: 'Still on target' },
    restatedOf(points).length > 0 && {
      sample: samples.restated,
      words: `First reported, later restated${has(isInvented) ? ' (illustrative)' : ''}`,
    },
    has((point) => point.projection) && { sample: samples.projection, words: 'Projection' },
    baseline !== null && { sample: samples.baseline, words: `Baseline ${baseline.label}: ${format(baseline.value)}` },
  ].filter((entry) => entry !== false);
  return (
    <ul className="chart__legend">
      {entries.map((entry) => (
        <li key={entry.words}>
          {entry.sample}
          {entry.words}
        </li>
      ))}
    </ul>
  );
};
