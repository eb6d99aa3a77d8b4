import { useId, useState } from 'react';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { type Flow, type FlowKind, flowGraph, layFlow } from './flow.ts';
import { FlowLines } from './flow-lines.tsx';
import { FlowNodeButton, type Tracing } from './flow-node.tsx';
import { reportingWords, sightName } from './linkage-words.ts';
import type { Sight } from './sight.ts';
import { nodeWords, pathWords, traceOf } from './trace.ts';

const useTracing = (): Tracing & { readonly traced: string | null } => {
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  return { traced: pointed ?? focused ?? held, held, setPointed, setFocused, setHeld };
};

const descriptionOf = (sight: Sight): string =>
  `From left to right: ${sight.objectives.length} objectives, ${sight.goals.length} goals, and what of ` +
  `${sightName(sight)} they are linked to. A line is as thick as performance indicators report behind it; it is ` +
  `thin and dashed where none reports. In all, ${reportingWords(sight.objectives)}. The same stands in the table below.`;

type ColumnProps = {
  readonly kind: FlowKind;
  readonly label: string;
  readonly sight: Sight;
  readonly flow: Flow;
  readonly tracing: ReturnType<typeof useTracing>;
  readonly words: ReadonlyMap<string, string>;
};

const Column = ({ kind, label, sight, flow, tracing, words }: ColumnProps) => {
  const lit = tracing.traced === null ? null : traceOf(flow, tracing.traced).nodes;
  return (
    <ul className={`flow__column flow__column--${kind}`} aria-label={label}>
      {flow.nodes
        .filter((node) => node.kind === kind)
        .map((node) => (
          <FlowNodeButton
            key={node.id}
            node={node}
            sight={sight}
            label={words.get(node.id) ?? node.code}
            dimmed={lit !== null && !lit.has(node.id)}
            lit={lit?.has(node.id) ?? false}
            tracing={tracing}
          />
        ))}
    </ul>
  );
};

/** The line of sight, drawn: every node traces its path when it is pointed at, focused or tapped. */
export const FlowDrawing = ({ sight }: { sight: Sight }) => {
  const tracing = useTracing();
  const description = useId();
  const flow = layFlow(flowGraph(sight));
  const words = nodeWords(sight);
  const { traced } = tracing;
  const strands = traced === null ? null : traceOf(flow, traced).strands;
  const column = { sight, flow, tracing, words };
  const lines = { flow, strands };
  return (
    <div className="flow" data-tracing={traced !== null || undefined}>
      <p id={description} className="visually-hidden">
        {descriptionOf(sight)}
      </p>
      <div className="flow__said">
        <p aria-live="polite">
          {traced === null
            ? 'Point at, tap or move to an objective, a goal or an element to trace its path.'
            : `${pathWords(sight, flow, traced)}. ${words.get(traced)}.`}
        </p>
      </div>
      <ScrollFrame label={`Drawing: line of sight to ${sightName(sight)}`}>
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
      <RatingLegend />
    </div>
  );
};
