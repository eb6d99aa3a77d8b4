type SparklineProps = {
  /** One per period, in order; null where there is no figure: the line has a gap there. */
  readonly values: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
  /** In words, where no text beside it says the same; without it the line is silent. */
  readonly label?: string;
};

const margin = 4;

/** A small trend from zero, with a dot on the latest figure. */
export const Sparkline = ({ values, width = 120, height = 32, label }: SparklineProps) => {
  const place = placeOf(values, width, height);
  const last = values.findLastIndex((value) => value !== null);
  const lastValue = values[last];
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden={label === undefined}
      role="img"
      aria-label={label ?? ''}
    >
      <path d={pathOf(values, place)} />
      {values.map((value, index) =>
        value !== null && isAlone(values, index) && index !== last ? (
          <circle key={index} cx={place.x(index)} cy={place.y(value)} r="1.5" />
        ) : null,
      )}
      {lastValue !== null && lastValue !== undefined && <circle cx={place.x(last)} cy={place.y(lastValue)} r="3" />}
    </svg>
  );
};

type Place = { readonly x: (index: number) => number; readonly y: (value: number) => number };

const placeOf = (values: readonly (number | null)[], width: number, height: number): Place => {
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const span = high - low || 1;
  const steps = Math.max(values.length - 1, 1);
  return {
    x: (index) => round(margin + (index * (width - 2 * margin)) / steps),
    y: (value) => round(height - margin - ((value - low) / span) * (height - 2 * margin)),
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;

const pathOf = (values: readonly (number | null)[], place: Place): string =>
  values
    .map((value, index) => {
      if (value === null) return '';
      return `${index > 0 && values[index - 1] !== null ? 'L' : 'M'}${place.x(index)} ${place.y(value)}`;
    })
    .join('');

/** A figure without a neighbor would vanish: a line needs two. */
const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
