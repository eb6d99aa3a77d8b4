import { type Flow, type FlowKind, linePath, type PlacedStrand } from './flow.ts';

type LineProps = {
  readonly line: Pick<PlacedStrand, 'start' | 'end' | 'width' | 'reporting'>;
  readonly lit?: boolean;
};

const Line = ({ line, lit = false }: LineProps) => (
  <path
    className={`flow__line${line.reporting === 0 ? ' flow__line--none' : ''}${lit ? ' flow__line--lit' : ''}`}
    d={linePath(line)}
    vectorEffect="non-scaling-stroke"
    style={line.reporting === 0 ? undefined : { strokeWidth: `${line.width / 16}rem` }}
  />
);

type FlowLinesProps = {
  readonly flow: Flow;
  readonly to: FlowKind;
  /** What is traced, drawn over the rest; null while nothing is. */
  readonly strands: readonly PlacedStrand[] | null;
};

/** The lines between two columns. The frame is as wide as there is room; the strokes keep their thickness. */
export const FlowLines = ({ flow, to, strands }: FlowLinesProps) => {
  const leadsHere = (line: { readonly to: string }) => line.to.startsWith(to);
  return (
    <svg className="flow__lines" viewBox={`0 0 100 ${flow.height}`} preserveAspectRatio="none" aria-hidden="true">
      {flow.links.filter(leadsHere).map((link) => (
        <Line key={`${link.from} ${link.to}`} line={link} />
      ))}
      {strands?.filter(leadsHere).map((strand) => (
        <Line key={`${strand.objective} ${strand.to}`} line={strand} lit />
      ))}
    </svg>
  );
};
