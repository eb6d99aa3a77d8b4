import { type Flow, type FlowKind, nodeId, type PlacedStrand } from './flow.ts';
import { elementFacts, goalFacts, goalName, listed, objectiveFacts, sentenceCase } from './linkage-words.ts';
import type { Objective, Sight } from './sight.ts';

export type Trace = { readonly nodes: ReadonlySet<string>; readonly strands: readonly PlacedStrand[] };

const strandsThrough = (flow: Flow, id: string): PlacedStrand[] => {
  const all = flow.links.flatMap(({ strands }) => strands);
  const node = flow.nodes.find((each) => each.id === id);
  if (node?.kind === 'objective') return all.filter(({ objective }) => objective === node.code);
  const touching = all.filter(({ from, to }) => from === id || to === id);
  if (node?.kind !== 'element') return touching;
  const objectives = new Set(touching.map(({ objective }) => objective));
  const sources = new Set(touching.map(({ from }) => from));
  return all.filter(({ to, objective }) => to === id || (sources.has(to) && objectives.has(objective)));
};

/** Everything on the way through a node, down to the objectives and up to the elements. */
export const traceOf = (flow: Flow, id: string): Trace => {
  const strands = strandsThrough(flow, id);
  return { nodes: new Set([id, ...strands.flatMap(({ from, to }) => [from, to])]), strands };
};

export type NodeWords = { readonly name: string; readonly facts: string };

/** Every node of the drawing in words, by its id. */
export const nodeWords = (sight: Sight): ReadonlyMap<string, NodeWords> => {
  const goalOf = (code: string) => sight.goals.find((goal) => goal.code === code);
  const objectiveName = ({ goal, ...objective }: Objective): string => {
    const { shortName = '' } = goalOf(goal) ?? {};
    return `Objective ${goalName(objective)}, goal ${goal} ${shortName}`.trimEnd();
  };
  return new Map([
    ...sight.objectives.map(
      (each) => [nodeId('objective', each.code), { name: objectiveName(each), facts: objectiveFacts(each) }] as const,
    ),
    ...sight.goals.map(
      (each) => [nodeId('goal', each.code), { name: `Goal ${goalName(each)}`, facts: goalFacts(each, sight) }] as const,
    ),
    ...sight.elements.map(
      (each) =>
        [nodeId('element', each.element.code), { name: each.element.label, facts: elementFacts(each) }] as const,
    ),
  ]);
};

type Named = { readonly code: string; readonly shortName: string };

const stepWords = (kind: FlowKind, all: readonly Named[]): string | null => {
  const [first] = all;
  if (first === undefined) return null;
  return all.length === 1 ? `${kind} ${goalName(first)}` : `${all.length} ${kind}s`;
};

const endWords = (labels: readonly string[]): string =>
  labels.length > 3 ? `${labels.length} elements` : listed(labels) || 'not linked further';

/** Where a path leads: "Objective 2.1 Identification and referral → goal 2 Protection → JSP Goal 1.3". */
export const pathWords = (sight: Sight, { nodes }: Trace): string => {
  const onPath = <T extends { readonly code: string }>(kind: FlowKind, all: readonly T[]): T[] =>
    all.filter(({ code }) => nodes.has(nodeId(kind, code)));
  const elements = onPath(
    'element',
    sight.elements.map(({ element }) => element),
  );
  const steps = [
    stepWords('objective', onPath('objective', sight.objectives)),
    stepWords('goal', onPath('goal', sight.goals)),
    endWords(elements.map(({ label }) => label)),
  ];
  return sentenceCase(steps.filter((step) => step !== null).join(' \u2192 '));
};
