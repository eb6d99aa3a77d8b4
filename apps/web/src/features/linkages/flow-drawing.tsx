import { useId, useRef } from 'react';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { type Flow, type FlowKind, flowGraph, layFlow } from './flow.ts';
import { FlowCopy } from './flow-copy.tsx';
import { FlowLegend } from './flow-legend.tsx';
import { FlowLines } from './flow-lines.tsx';
import { FlowNodeButton } from './flow-node.tsx';
import { reportingWords, sightName } from './linkage-words.ts';
import type { Sight } from './sight.ts';
import { type NodeWords, nodeWords, type Trace, traceOf } from './trace.ts';
import { TraceWords } from './trace-words.tsx';
import { type Tracing, useTracing } from './use-tracing.ts';
import './flow.scss';

const descriptionOf = (sight: Sight): string =>
  `From left to right: ${sight.objectives.length} objectives, ${sight.goals.length} goals, and what of ` +
  `${sightName(sight)} they are linked to. A line is as thick as performance indicators report behind it, in the ` +
  `colors of their ratings; it is thin and dashed where none reports. In all, ${reportingWords(sight.objectives)}. The same stands in the table.`;

type ColumnProps = {
  readonly kind: FlowKind;
  readonly label: string;
  readonly sight: Sight;
  readonly flow: Flow;
  readonly words: ReadonlyMap<string, NodeWords>;
  readonly trace: Trace | null;
  readonly tracing: Tracing;
};

const Column = ({ kind, label, sight, flow, words, trace, tracing }: ColumnProps) => (
  <ul className={`flow__column flow__column--${kind}`} aria-label={label}>
    {flow.nodes
      .filter((node) => node.kind === kind)
      .map((node) => (
        <FlowNodeButton
          key={node.id}
          node={node}
          sight={sight}
          words={words.get(node.id)}
          onPath={trace === null ? undefined : trace.nodes.has(node.id)}
          tracing={tracing}
        />
      ))}
  </ul>
);

/** The line of sight, drawn: every node traces its path when it is pointed at, focused or tapped. */
export const FlowDrawing = ({ sight }: { sight: Sight }) => {
  const tracing = useTracing();
  const description = useId();
  const frame = useRef<HTMLElement>(null);
  const flow = layFlow(flowGraph(sight));
  // What was traced may be gone with the year or the framework.
  const traced = flow.nodes.find(({ id }) => id === tracing.traced) ?? null;
  const trace = traced === null ? null : traceOf(flow, traced.id);
  const words = nodeWords(sight);
  const column = { sight, flow, words, trace, tracing };
  const lines = { flow, strands: trace?.strands ?? null };
  return (
    <section ref={frame} aria-labelledby="drawing" className="flow" data-tracing={trace !== null || undefined}>
      <h2 id="drawing">What each objective leads to</h2>
      <p id={description} className="visually-hidden">
        {descriptionOf(sight)}
      </p>
      <TraceWords sight={sight} traced={traced} trace={trace} words={words} />
      <ScrollFrame label={`Drawing of the line of sight to ${sightName(sight)}`}>
        <figure
          className="flow__canvas"
          aria-label={`Line of sight to ${sightName(sight)}`}
          aria-describedby={description}
          style={{ height: `${flow.height / 16}rem` }}
        >
          <Column kind="objective" label="Objectives" {...column} />
          <FlowLines to="goal" {...lines} />
          <Column kind="goal" label="Goals" {...column} />
          <FlowLines to="element" {...lines} />
          <Column kind="element" label="Elements of the framework" {...column} />
        </figure>
      </ScrollFrame>
      <FlowLegend />
      <FlowCopy sight={sight} flow={flow} words={words} frame={frame} />
    </section>
  );
};
