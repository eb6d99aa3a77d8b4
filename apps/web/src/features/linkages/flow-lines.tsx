import {
  bandsOf,
  type Flow,
  type FlowKind,
  type FlowLine,
  linePath,
  type PlacedLink,
  type PlacedStrand,
} from './flow.ts';
import { Band } from './flow-band.tsx';

type LineProps = {
  readonly line: FlowLine;
  readonly lit?: boolean;
};

export const Line = ({ line, lit = false }: LineProps) => (
  <g className={lit ? 'flow__line flow__line--lit' : 'flow__line'}>
    {line.reporting === 0 ? (
      <path className="flow__band flow__band--none" d={linePath(line)} vectorEffect="non-scaling-stroke" />
    ) : (
      bandsOf(line).map((band) => <Band key={band.rating} rating={band.rating} width={band.width} d={linePath(band)} />)
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
