export type EarlierFigure = { readonly value: string; readonly illustrative: boolean };

/** What an indicator chart draws of one year. Figures are exact decimals; null where there is none. */
export type ChartPoint = {
  /** The period's name: "FY 2021", "CY 2021". */
  readonly label: string;
  readonly value: string | null;
  readonly projection?: string | null;
  readonly target?: string | null;
  /** The target first set; drawn dashed where it differs from the one in force. */
  readonly initialTarget?: string | null;
  /** The range to stay within, for indicators that have one instead of a target. */
  readonly low?: string | null;
  readonly high?: string | null;
  /** How far from the target is still on target, either way. */
  readonly tolerance?: string | null;
  /** Figures that stood here before, oldest first. */
  readonly restatedFrom?: readonly EarlierFigure[];
  /** Something to know about this figure: a point of its own, and listed below the chart. */
  readonly note?: string | null;
  readonly illustrative?: boolean;
  /** The target, or the range, is invented for evaluation. */
  readonly illustrativeTarget?: boolean;
};

export type ChartBaseline = { readonly value: string; readonly label: string };

/** What the drawing library gets: positions only, as numbers. Every text is made from the decimals. */
export type ChartRow = { readonly x: number; readonly value: number | null; readonly projection: number | null };

const numberOf = (decimal: string | null | undefined): number | null =>
  decimal === null || decimal === undefined ? null : Number(decimal);

export const rowsOf = (points: readonly ChartPoint[]): ChartRow[] => {
  const firstProjected = points.findIndex((point) => (point.projection ?? null) !== null);
  const lastKnown = points.slice(0, Math.max(firstProjected, 0)).findLastIndex((point) => point.value !== null);
  return points.map((point, x) => ({
    x,
    value: numberOf(point.value),
    // The dashed line begins at the last figure it was worked out from.
    projection: x === lastKnown ? numberOf(point.value) : numberOf(point.projection),
  }));
};

/** A piece of the target line: flat over the width of its year. */
export type Flat = { readonly x: number; readonly y: number };

const flats = (points: readonly ChartPoint[], pick: (point: ChartPoint) => string | null | undefined): Flat[] =>
  points.flatMap((point, x) => {
    const y = numberOf(pick(point));
    return y === null ? [] : [{ x, y }];
  });

export const targetsOf = (points: readonly ChartPoint[]): Flat[] => flats(points, (point) => point.target);

export const initialTargetsOf = (points: readonly ChartPoint[]): Flat[] =>
  flats(points, (point) => (point.initialTarget === point.target ? null : point.initialTarget));

export type Band = { readonly x: number; readonly low: number; readonly high: number };

export const bandsOf = (points: readonly ChartPoint[]): Band[] =>
  points.flatMap((point, x) => {
    const low = numberOf(point.low);
    const high = numberOf(point.high);
    return low === null || high === null ? [] : [{ x, low, high }];
  });

/** Around a target that is to be kept: within it the figure is on target. */
export const tolerancesOf = (points: readonly ChartPoint[]): Band[] =>
  points.flatMap((point, x) => {
    const target = numberOf(point.target);
    const tolerance = numberOf(point.tolerance) ?? 0;
    return target === null || tolerance === 0 ? [] : [{ x, low: target - tolerance, high: target + tolerance }];
  });

export type Restated = { readonly x: number; readonly from: number; readonly to: number | null };

/** What was reported first, beside what it was restated to. */
export const restatedOf = (points: readonly ChartPoint[]): Restated[] =>
  points.flatMap((point, x) =>
    (point.restatedFrom ?? []).map((earlier) => ({ x, from: Number(earlier.value), to: numberOf(point.value) })),
  );

/** Everything that is drawn, for finding the scale. */
export const heightsOf = (points: readonly ChartPoint[], baseline: ChartBaseline | null): number[] =>
  points
    .flatMap((point) => [point.value, point.projection, point.target, point.initialTarget, point.low, point.high])
    .concat(points.flatMap((point) => (point.restatedFrom ?? []).map((earlier) => earlier.value)))
    .concat(baseline?.value ?? null)
    .map(numberOf)
    .filter((height) => height !== null)
    .concat(tolerancesOf(points).flatMap(({ low, high }) => [low, high]));

const longestNote = 90;

/** A note beside figures: as much as reads at a glance; its own mark opens the whole. */
export const shortNote = (text: string): string =>
  text.length > longestNote ? `${text.slice(0, longestNote).replace(/\s+\S*$/, '')}\u2026` : text;
