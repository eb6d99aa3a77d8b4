import { type FigureStyle, formatFigure } from '../../lib/figure.ts';
import { formatDecimal } from '../../lib/format.ts';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';

type Definition = IndicatorPage['definition'];

/** How this indicator's figures are written. */
export const styleOf = ({ kind, decimals, unit, computed }: Definition): FigureStyle => ({
  kind,
  decimals,
  unit,
  computed: computed !== null,
});

/** What was reported, as it is written; null where no figure is there (the state then says so in words). */
export const figureOf = (entry: IndicatorYear, style: FigureStyle): string | null => {
  if (entry.value !== null) return formatFigure(entry.value, style);
  return style.kind === 'narrative' && entry.text !== null ? 'In words' : null;
};

/** On an axis units are said once, above the chart; round steps of the axis keep their digits. */
export const chartFormat =
  (style: FigureStyle) =>
  (decimal: string): string => {
    const isWorkedOut = /\.\d{5}/.test(decimal);
    if (isWorkedOut) return formatFigure(decimal, { ...style, kind: percentOr(style), computed: true });
    return style.kind === 'percent' ? `${formatDecimal(decimal)}%` : formatDecimal(decimal);
  };

const percentOr = ({ kind }: FigureStyle) => (kind === 'percent' ? 'percent' : 'number');
