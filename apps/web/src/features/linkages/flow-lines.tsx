import {
  bandsOf,
  type Flow,
  type FlowBand,
  type FlowKind,
  type FlowLine,
  linePath,
  type PlacedLink,
  type PlacedStrand,
} from './flow.ts';

type LineProps = {
  readonly line: FlowLine;
  readonly lit?: boolean;
};

const Band = ({ band }: { band: FlowBand }) => {
  const drawn = { d: linePath(band), vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <>
      <path
        className={`flow__band flow__band--${band.rating}`}
        style={{ strokeWidth: `${band.width / 16}rem` }}
        {...drawn}
      />
      {/* Stripes, or a hollow middle: the ratings are told apart without their colors too. */}
      {(band.rating === 'improved_target_not_met' || band.rating === 'not_rated') && (
        <path
          className={`flow__band flow__inside--${band.rating}`}
          style={{ strokeWidth: `${Math.max(band.width - 3, 1) / 16}rem` }}
          {...drawn}
        />
      )}
    </>
  );
};

const Line = ({ line, lit = false }: LineProps) => (
  <g className={lit ? 'flow__line flow__line--lit' : 'flow__line'}>
    {line.reporting === 0 ? (
      <path className="flow__band flow__band--none" d={linePath(line)} vectorEffect="non-scaling-stroke" />
    ) : (
      bandsOf(line).map((band) => <Band key={band.rating} band={band} />)
    )}
  </g>
);

/** Of a line that is traced in all its strands the whole is drawn, so that no seams show. */
const litOf = (link: PlacedLink, traced: readonly PlacedStrand[]): readonly FlowLine[] => {
  const lit = link.strands.filter((strand) =>
    traced.some(({ from, to, objective }) => from === link.from && to === link.to && objective === strand.objective),
  );
  return lit.length === link.strands.length ? [link] : lit;
};

type FlowLinesProps = {
  readonly flow: Flow;
  readonly to: FlowKind;
  /** What is traced, drawn over the rest; null while nothing is. */
  readonly strands: readonly PlacedStrand[] | null;
};

/** The lines between two columns. The frame is as wide as there is room; the strokes keep their thickness. */
export const FlowLines = ({ flow, to, strands }: FlowLinesProps) => {
  const here = flow.links.filter(({ to: end }) => end.startsWith(to));
  return (
    <svg className="flow__lines" viewBox={`0 0 100 ${flow.height}`} preserveAspectRatio="none" aria-hidden="true">
      {here.map((link) => (
        <Line key={`${link.from} ${link.to}`} line={link} />
      ))}
      {strands !== null &&
        here
          .flatMap((link) => litOf(link, strands))
          .map((line) => <Line key={`${line.from} ${line.to} ${line.start}`} line={line} lit />)}
    </svg>
  );
};
