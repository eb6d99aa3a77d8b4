import type { Flow, PlacedStrand } from './flow.ts';
import { elementWords, goalName, goalWords, objectiveWords } from './linkage-words.ts';
import type { Sight } from './sight.ts';

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

/** The words of every node of the drawing, by its id. */
export const nodeWords = (sight: Sight): ReadonlyMap<string, string> => {
  const goals = new Map(sight.goals.map((goal) => [goal.code, goal]));
  return new Map([
    ...sight.objectives.map((each) => [`objective ${each.code}`, objectiveWords(each, goals.get(each.goal))] as const),
    ...sight.goals.map((each) => [`goal ${each.code}`, goalWords(each, sight)] as const),
    ...sight.elements.map((each) => [`element ${each.element.code}`, elementWords(each)] as const),
  ]);
};

/** Where a path leads: "Objective 2.1 Identification and referral to goal 2 Protection to JSP Goal 1.3". */
export const pathWords = (sight: Sight, flow: Flow, id: string): string => {
  const { nodes } = traceOf(flow, id);
  const objectives = sight.objectives.filter(({ code }) => nodes.has(`objective ${code}`));
  const goals = sight.goals.filter(({ code }) => nodes.has(`goal ${code}`));
  const elements = sight.elements.filter(({ element }) => nodes.has(`element ${element.code}`));
  const name = (kind: string, all: readonly { readonly code: string; readonly shortName: string }[]): string | null => {
    const [first] = all;
    if (first === undefined) return null;
    return all.length === 1 ? `${kind} ${goalName(first)}` : `${all.length} ${kind}s`;
  };
  const ends =
    elements.length === 1 ? elements[0]?.element.label : elements.length > 1 && `${elements.length} elements`;
  const steps = [name('objective', objectives), name('goal', goals), ends || 'not linked further'];
  const words = steps.filter((step) => step !== null).join(' \u2192 ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
