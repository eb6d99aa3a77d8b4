import { type Rating, ratings } from '@fbs/core';
import { sankey } from 'd3-sankey';
import { elementRoom, goalRoom, objectiveRoom } from './flow-labels.ts';
import { goalNotes, reportingCount } from './linkage-words.ts';
import type { Objective, Sight } from './sight.ts';

/** Lengths are sixteenths of the text size, so that the drawing grows with a person's larger text. */
const spacing = 44;
const thickest = 7;
/** The reporting indicators of a large strategy share this height; a small one is drawn at its full thickness. */
const mostHeight = 320;
/** In indicators: what reports nothing still takes a little room, so that its line can be seen and lies alone. */
const faintest = 0.3;

export type FlowKind = 'objective' | 'goal' | 'element';

export type FlowNode = {
  readonly id: string;
  readonly kind: FlowKind;
  readonly code: string;
  /** How high its label stands. */
  readonly room: number;
};

/** So many reporting indicators have this rating. */
export type FlowPart = { readonly rating: Rating; readonly count: number };

type FlowLink = {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  /** Reporting performance indicators; 0 is drawn dashed. */
  readonly reporting: number;
  readonly parts: readonly FlowPart[];
  /** What flows on to an element, objective by objective, so that each can be traced to its end. */
  readonly strands: readonly FlowStrand[];
};

type FlowStrand = { readonly objective: string; readonly reporting: number; readonly parts: readonly FlowPart[] };

export type FlowGraph = { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] };

export const nodeId = (kind: FlowKind, code: string): string => `${kind} ${code}`;

const nodeOf = (kind: FlowKind, code: string, room: number): FlowNode => ({ id: nodeId(kind, code), kind, code, room });

const roomOf = (reporting: number): number => Math.max(reporting, faintest);

const nodesOf = (sight: Sight): FlowNode[] => [
  ...sight.objectives.map((objective) => nodeOf('objective', objective.code, objectiveRoom(objective))),
  ...sight.goals.map((goal) => nodeOf('goal', goal.code, goalRoom(goal, goalNotes(goal, sight)))),
  ...sight.elements.map(({ element }) => nodeOf('element', element.code, elementRoom(element, sight))),
];

/** The reporting indicators of objectives by rating, the best first. */
const partsOf = (objectives: readonly Objective[]): readonly FlowPart[] => {
  const reporting = objectives.flatMap(({ indicators }) => indicators.filter((indicator) => indicator.reporting));
  return ratings
    .map((rating) => ({ rating, count: reporting.filter((indicator) => indicator.rating === rating).length }))
    .filter(({ count }) => count > 0);
};

const strandOf = (objective: Objective): FlowStrand => ({
  objective: objective.code,
  reporting: reportingCount([objective]),
  parts: partsOf([objective]),
});

/** What flows into the drawing: each objective to its goal, each goal to the elements it stands behind. */
export const flowGraph = (sight: Sight): FlowGraph => {
  const { objectives, elements } = sight;
  const toGoals = objectives.map((objective): FlowLink => {
    const reporting = reportingCount([objective]);
    return {
      source: nodeId('objective', objective.code),
      target: nodeId('goal', objective.goal),
      value: roomOf(reporting),
      reporting,
      parts: partsOf([objective]),
      strands: [strandOf(objective)],
    };
  });
  const toElements = elements.flatMap(({ element, goals: behind }) =>
    behind.map((each): FlowLink => {
      const strands = each.objectives.map(strandOf);
      return {
        source: nodeId('goal', each.goal.code),
        target: nodeId('element', element.code),
        value: strands.reduce((sum, { reporting }) => sum + roomOf(reporting), 0) || faintest,
        reporting: reportingCount(each.objectives),
        parts: partsOf(each.objectives),
        strands,
      };
    }),
  );
  return { nodes: nodesOf(sight), links: [...toGoals, ...toElements] };
};

export type PlacedNode = FlowNode & { readonly middle: number; readonly height: number };

export type FlowLine = {
  readonly from: string;
  readonly to: string;
  /** The middle of the line where it begins and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly reporting: number;
  readonly parts: readonly FlowPart[];
};

export type PlacedStrand = FlowLine & { readonly objective: string };
export type PlacedLink = FlowLine & { readonly strands: readonly PlacedStrand[] };

export type Flow = {
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
};

const columns: Readonly<Record<FlowKind, number>> = { objective: 0, goal: 1, element: 2 };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const strandsOf = (link: FlowLink, line: FlowLine): PlacedStrand[] => {
  const values = link.strands.map(({ reporting }) => roomOf(reporting));
  const unit = line.width / (sum(values) || 1);
  return link.strands.map(({ objective, reporting, parts }, index) => {
    const before = sum(values.slice(0, index)) * unit;
    const width = (values[index] ?? 0) * unit;
    const offset = before + width / 2 - line.width / 2;
    return { ...line, objective, reporting, parts, width, start: line.start + offset, end: line.end + offset };
  });
};

/** So high that the lines lie apart, whatever little flows beside them. */
const heightOf = ({ nodes, links }: FlowGraph): number => {
  const rows = Math.max(...Object.keys(columns).map((kind) => nodes.filter((node) => node.kind === kind).length), 1);
  const indicators = sum(links.filter(({ source }) => source.startsWith('objective')).map(({ value }) => value));
  return rows * spacing + Math.min(indicators * thickest, mostHeight);
};

const layLines = (graph: FlowGraph, height: number) => {
  const lay = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ kind }) => columns[kind])
    .nodeSort(null)
    .linkSort(null)
    .nodePadding(spacing)
    .extent([
      [0, spacing / 2],
      [1, height - spacing / 2],
    ]);
  // The layout writes into what it is given.
  return lay({
    nodes: graph.nodes.map((node) => ({ ...node })),
    links: graph.links.map((link) => ({ ...link })),
  });
};

/** The layout knows lines, not labels: where those of a column would touch, each moves down as far as it must. */
const movedApart = (nodes: readonly PlacedNode[]): PlacedNode[] => {
  const ends: Record<FlowKind, number> = { objective: 0, goal: 0, element: 0 };
  return nodes.map((node) => {
    const half = Math.max(node.room, node.height) / 2;
    const middle = Math.max(node.middle, ends[node.kind] + half);
    ends[node.kind] = middle + half;
    return { ...node, middle };
  });
};

/** Where everything stands from top to bottom; from left to right the stylesheet places the three columns. */
export const layFlow = (graph: FlowGraph): Flow => {
  const least = heightOf(graph);
  const laid = layLines(graph, least);
  const placed = laid.nodes.map(({ id, kind, code, room, y0 = 0, y1 = 0 }) => ({
    id,
    kind,
    code,
    room,
    middle: (y0 + y1) / 2,
    height: y1 - y0,
  }));
  const nodes = movedApart(placed);
  const moves = new Map(nodes.map(({ id, middle }, index) => [id, middle - (placed[index]?.middle ?? middle)]));
  const links = graph.links.map((link, index) => {
    const { y0 = 0, y1 = 0, width = 0 } = laid.links[index] ?? {};
    const { source: from, target: to, reporting, parts } = link;
    const [start, end] = [y0 + (moves.get(from) ?? 0), y1 + (moves.get(to) ?? 0)];
    const line = { from, to, start, end, width, reporting, parts };
    return { ...line, strands: strandsOf(link, line) };
  });
  const ends = nodes.map(({ middle, room, height }) => middle + Math.max(room, height) / 2);
  return { height: Math.max(least, ...ends), nodes, links };
};

export type FlowBand = {
  readonly rating: Rating;
  readonly start: number;
  readonly end: number;
  readonly width: number;
};

/** A line side by side in the colors of its ratings, each as thick as its indicators are many. */
export const bandsOf = ({ start, end, width, reporting, parts }: FlowLine): readonly FlowBand[] => {
  const unit = width / (reporting || 1);
  let before = 0;
  return parts.map(({ rating, count }) => {
    const offset = (before + count / 2) * unit - width / 2;
    before += count;
    return { rating, start: start + offset, end: end + offset, width: count * unit };
  });
};

/** A line from the left edge to the right one of a frame of width 100. */
export const linePath = ({ start, end }: Pick<FlowLine, 'start' | 'end'>): string =>
  `M0 ${round(start)}C50 ${round(start)} 50 ${round(end)} 100 ${round(end)}`;

const round = (length: number): number => Math.round(length * 10) / 10;
