import { linesOf } from '../../ui/charts/copy/text-lines.ts';
import type { Flow, FlowKind, PlacedNode } from './flow.ts';
import { letters } from './flow-labels.ts';
import { Line } from './flow-lines.tsx';
import { goalNotes, reportingWords } from './linkage-words.ts';
import type { Sight } from './sight.ts';

const width = 1040;
const lineHeight = 18;

/** From where to where each column and the lines between them stand, in pixels. */
const columns = {
  objective: { x: 284, anchor: 'end' },
  goal: { x: 516, anchor: 'middle' },
  element: { x: 780, anchor: 'start' },
} as const;
const frames = [
  { to: 'goal', x: 292, width: 120 },
  { to: 'element', x: 620, width: 152 },
] as const satisfies readonly { to: FlowKind; x: number; width: number }[];

type Label = { readonly name: string; readonly notes: readonly string[] };

const labelOf = ({ kind, code }: PlacedNode, sight: Sight): Label => {
  const objective = kind === 'objective' && sight.objectives.find((each) => each.code === code);
  if (objective) return { name: `${code} ${objective.shortName}`, notes: [reportingWords([objective])] };
  const goal = kind === 'goal' && sight.goals.find((each) => each.code === code);
  if (goal) return { name: `${code} ${goal.shortName}`, notes: goalNotes(goal, sight) };
  const element = sight.elements.find((each) => each.element.code === code)?.element;
  return { name: element?.label ?? code, notes: [] };
};

const broken = (text: string, perLine: number): string[] => linesOf(text, perLine, ({ length }) => length);

const NodeLabel = ({ node, sight }: { node: PlacedNode; sight: Sight }) => {
  const { name, notes } = labelOf(node, sight);
  const { x, anchor } = columns[node.kind];
  const names = broken(name, letters[node.kind]);
  const lines = [
    ...names.map((text) => ({ text, isName: true })),
    ...notes.flatMap((note) => broken(note, letters.objective)).map((text) => ({ text, isName: false })),
  ];
  const height = lines.length * lineHeight;
  const top = node.middle - height / 2;
  const box = Math.max(height + 8, node.height);
  return (
    <>
      {node.kind === 'goal' && (
        <rect
          x={frames[0].x + frames[0].width}
          y={node.middle - box / 2}
          width={frames[1].x - frames[0].x - frames[0].width}
          height={box}
          rx={4}
          fill="var(--ground)"
          stroke="var(--accent)"
        />
      )}
      {lines.map(({ text, isName }, index) => (
        <text
          key={text}
          x={x}
          y={top + 13 + index * lineHeight}
          textAnchor={anchor}
          fontSize={isName ? 14 : 12}
          fontWeight={isName ? 600 : 400}
        >
          {text}
        </text>
      ))}
    </>
  );
};

/** The line of sight as one drawing of fixed size, for a copy: on the screen its labels are buttons. */
export const FlowPicture = ({ flow, sight }: { readonly flow: Flow; readonly sight: Sight }) => (
  <svg
    className="chart__drawing"
    width={width}
    height={flow.height}
    viewBox={`0 0 ${width} ${flow.height}`}
    aria-hidden="true"
  >
    {frames.map((frame) => (
      <svg
        key={frame.to}
        x={frame.x}
        width={frame.width}
        height={flow.height}
        viewBox={`0 0 100 ${flow.height}`}
        preserveAspectRatio="none"
        overflow="visible"
        aria-hidden="true"
      >
        {flow.links
          .filter(({ to }) => to.startsWith(frame.to))
          .map((link) => (
            <Line key={`${link.from} ${link.to}`} line={link} />
          ))}
      </svg>
    ))}
    {flow.nodes.map((node) => (
      <NodeLabel key={node.id} node={node} sight={sight} />
    ))}
  </svg>
);
