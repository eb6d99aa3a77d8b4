import type { Overview } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { formatFigure, formatTrend, seriesOf } from '../../lib/figure.ts';
import { Empty } from '../../ui/empty.tsx';
import { FoldedList } from '../../ui/folded-list.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';

type ContextIndicator = Overview['context'][number];

type Years = { readonly from: number; readonly to: number };

/** All small trends share one time axis, so that they can be read against each other. */
const yearsOf = (context: readonly ContextIndicator[]): Years => {
  const years = context.flatMap((each) => each.points.map((point) => point.year));
  return { from: Math.min(...years), to: Math.max(...years) };
};

/** In a strip of small trends every figure is rounded to its indicator's decimals. */
const styleOf = ({ kind, decimals, unit }: ContextIndicator) => ({ kind, decimals, unit, computed: true });

const trendLabel = (indicator: ContextIndicator): string | undefined => {
  const style = styleOf(indicator);
  const [first] = indicator.points;
  const last = indicator.points.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  return `from ${formatFigure(first.value, style)} in ${first.label} to ${formatFigure(last.value, style)} in ${last.label}`;
};

const Period = ({ indicator: { latest, trend, ...indicator } }: { indicator: ContextIndicator }) =>
  latest === null ? null : (
    <span className="small soft">
      {latest.label}
      {trend !== null && `, ${formatTrend(trend, { ...indicator, computed: true }, latest.value)}`}
    </span>
  );

const Item = ({ indicator, years }: { indicator: ContextIndicator; years: Years }) => {
  const { latest, points } = indicator;
  const label = trendLabel(indicator);
  return (
    <div className="context">
      <div className="context__line">
        <Link to="/indicators/$code" params={{ code: indicator.code }} className="context__name">
          {indicator.name}
        </Link>
        {latest === null ? (
          <span className="small soft">No figure known</span>
        ) : (
          <span>
            {latest.illustrative && <IllustrativeMark />} <b>{formatFigure(latest.value, styleOf(indicator))}</b>
          </span>
        )}
      </div>
      {points.length > 0 && (
        <div className="context__line">
          <Sparkline
            width={160}
            height={30}
            values={seriesOf(points, years.from, years.to)}
            {...(label === undefined ? {} : { label })}
          />
          <Period indicator={indicator} />
        </div>
      )}
    </div>
  );
};

/** What governments and others did: shown beside the office's own results, never among them. */
export const WorldOutside = ({ context }: { context: readonly ContextIndicator[] }) => {
  const sources = [...new Set(context.map((each) => each.source).filter((source) => source !== ''))];
  const years = yearsOf(context);
  return (
    <section aria-labelledby="world-outside">
      <h2 id="world-outside">The world outside</h2>
      <p className="small soft">
        Context: what governments and others reported. Shown, never counted as the office's own result.
      </p>
      {context.length === 0 ? (
        <Empty>This strategy has no context indicators.</Empty>
      ) : (
        <FoldedList
          className="context-list"
          first={6}
          items={context.map((indicator) => ({
            key: indicator.code,
            content: <Item indicator={indicator} years={years} />,
          }))}
        />
      )}
      {sources.length > 0 && <p className="small faint context__sources">{`Sources: ${sources.join('; ')}.`}</p>}
    </section>
  );
};
