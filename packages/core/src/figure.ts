import { isDecimal } from './decimal.ts';
import { exact } from './exact.ts';
import type { Decimal, IndicatorKind } from './vocabulary.ts';

/** stored: at least the decimals given, never hiding what is stored. computed: exactly the decimals given, half up. */
export type Rounding = 'stored' | 'computed';

export type FigureStyle = {
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
  /** Default: stored. */
  readonly rounding?: Rounding | undefined;
};

const minus = '\u2212';

const placesOf = (value: Decimal): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

const withThousands = (whole: string): string => {
  let [rest, grouped] = [whole, ''];
  while (rest.length > 3) {
    grouped = `,${rest.slice(-3)}${grouped}`;
    rest = rest.slice(0, -3);
  }
  return rest + grouped;
};

/** Where nothing has to be rounded, the digits stay as they are: only zeros, separators and the sign are added. */
const formatDigits = (value: Decimal, decimals: number): string => {
  const isNegative = value.startsWith('-');
  const point = value.indexOf('.');
  const end = point < 0 ? value.length : point;
  const padded = value.slice(end + 1).padEnd(decimals, '0');
  const digits = withThousands(value.slice(isNegative ? 1 : 0, end));
  return `${isNegative ? minus : ''}${digits}${padded === '' ? '' : `.${padded}`}`;
};

/** "9548" -> "9,548"; negative figures carry the minus sign U+2212. Throws where the value is not a decimal. */
export const formatNumber = (value: Decimal, decimals: number, rounding: Rounding = 'stored'): string => {
  if (rounding === 'stored' && isDecimal(value)) return formatDigits(value, decimals);
  const places = rounding === 'computed' ? decimals : Math.max(decimals, placesOf(value));
  const rounded = exact(value).round(places);
  const [whole = '', fraction] = rounded.abs().toFixed(places).split('.');
  const digits = fraction === undefined ? withThousands(whole) : `${withThousands(whole)}.${fraction}`;
  return rounded.lt('0') ? `${minus}${digits}` : digits;
};

/** For sentences and screens: "9,548", "71.4%", "72.75 USD million", "done". Plain numbers carry no unit. */
export const formatFigure = (value: Decimal, style: FigureStyle): string => {
  if (style.kind === 'milestone') return value === '0' ? 'not done' : 'done';
  const number = formatNumber(value, style.decimals, style.rounding);
  if (style.kind === 'percent') return `${number}%`;
  return style.kind === 'currency' ? `${number} ${style.unit}`.trimEnd() : number;
};

/** A distance between two figures: as the figure itself, but percents differ by "percentage points". */
export const formatDifference = (value: Decimal, style: FigureStyle): string => {
  const number = formatNumber(value, style.decimals, style.rounding);
  if (style.kind === 'percent') return `${number} percentage points`;
  return style.kind === 'currency' ? `${number} ${style.unit}`.trimEnd() : number;
};

/** A percentage that was worked out, with one decimal: "-11.1" -> "−11.1%". Never clamped. */
export const formatPercent = (value: Decimal): string => `${formatNumber(value, 1, 'computed')}%`;
